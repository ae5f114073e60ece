import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Scalar } from 'yaml';
import type { Span } from '../../text/span';

/** A key of a YAML map with its value as a person reads it. Spans are relative to the YAML text. */
export interface YamlEntry {
  readonly key: string;
  /** From the key to the end of its value, a comment behind it left out. */
  readonly span: Span;
  /** The value as one line of text; of a list its items; undefined where neither says all that it holds. */
  readonly value: string | readonly string[] | undefined;
  /** The comment behind the value on its line, without its mark; undefined where there is none. */
  readonly comment: string | undefined;
}

/** The entries of the map that a YAML text is, in order; undefined where it is none, or stands between braces, or has a fault. */
export function readYamlEntries(yaml: string): YamlEntry[] | undefined {
  const text = yaml.replace(/\r(?!\n)/gu, '\n');
  const { contents, errors } = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (errors.length > 0 || !isMap(contents) || contents.flow) return undefined;
  const entries: YamlEntry[] = [];
  for (const pair of contents.items) {
    const key = pair.key as Node | null;
    if (!isScalar(key) || !key.range) return undefined;
    const value = pair.value as Node | null;
    const colon = text.indexOf(':', key.range[1]);
    const from = colon < 0 ? key.range[1] : colon + 1;
    const end = value?.range && value.range[1] > value.range[0] ? value.range[1] : from;
    const source = text.slice(key.range[0], end).trimEnd();
    entries.push({
      key: String(key.value),
      span: { start: key.range[0], end: key.range[0] + source.length },
      value: value === null ? '' : valueOf(value, text),
      comment: /^[ \t]+#[ \t]*([^\r\n]*)/u.exec(text.slice(key.range[0] + source.length))?.[1]?.trimEnd(),
    });
  }
  return entries;
}

function valueOf(node: Node, text: string): YamlEntry['value'] {
  if (isAlias(node) || node.tag !== undefined) return undefined;
  if (isScalar(node)) return scalarText(node);
  if (!isSeq(node) || node.anchor !== undefined || !node.range) return undefined;
  // A comment among the items has no place in a line.
  if (/(?:^|\s)#/u.test(text.slice(node.range[0], node.range[1]))) return undefined;
  const items = node.items.map((item) => (isScalar(item) && !item.tag ? scalarText(item) : undefined));
  return items.every((item) => item !== undefined && item !== '') ? (items as string[]) : undefined;
}

/** As written where it has no quotes: `1.10` is not 1.1. */
function scalarText({ type, source, value, anchor }: Scalar): string | undefined {
  if (anchor !== undefined || type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return undefined;
  const text = type === 'PLAIN' ? (source ?? '') : String(value);
  return /[\r\n]/u.test(text) ? undefined : text;
}
