import { isMap, isScalar, parseDocument, type Document, type Node } from 'yaml';
import type { Span } from '../../text/span';
import { foldWords } from '../fold';
import { trimmed } from '../labelled-text';
import { OWN_KEY } from '../own-key';
import type { FieldFact } from './field';
import { plainValue } from './plain-value';

/** YAML that could not be read; the span is relative to the YAML text. */
export interface YamlFault {
  readonly message: string;
  readonly span: Span;
}

/** What the YAML text of a front matter holds. */
export interface FrontMatterFacts {
  readonly fields: readonly FieldFact[];
  readonly faults: readonly YamlFault[];
  /** The value as plain data, `undefined` where the YAML has a fault. */
  readonly data: unknown;
}

/** Reads the YAML between the fences of a front matter. Never throws: what cannot be read is a fault with its place. */
export function readFrontMatter(yaml: string): FrontMatterFacts {
  // The parser does not know the lone carriage return, which is a line break, too (YAML 1.2, 5.4).
  const document = parseDocument(yaml.replace(/\r(?!\n)/gu, '\n'), {
    prettyErrors: false,
    logLevel: 'silent',
  });
  const last = Math.max(yaml.trimEnd().length - 1, 0);
  const faults = document.errors.map(({ message, pos: [from, to] }) => {
    // What is never closed is wrong at the very end, where there is nothing to point at.
    const start = Math.min(from, last);
    return { message, span: { start, end: Math.max(Math.min(to, last + 1), start + 1) } };
  });
  return {
    fields: readFields(document, yaml),
    faults,
    data: faults.length === 0 ? plainData(document) : undefined,
  };
}

/** `""`, which says no more than nothing. */
function isQuotedEmpty(node: Node | null): boolean {
  const range = node?.range;
  return isScalar(node) && node.value === '' && !!range && range[1] - range[0] === 2;
}

/** The place between two quotes. */
function emptyValue({ start }: Span): { value: string; valueSpan: Span } {
  return { value: '', valueSpan: { start: start + 1, end: start + 1 } };
}

function plainData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined; // an alias bomb: the fields are still read from their text
  }
}

function readFields(document: Document, yaml: string): FieldFact[] {
  if (!isMap(document.contents)) return [];
  return document.contents.items.flatMap((pair): FieldFact[] => {
    const key = pair.key as Node | null;
    const keyRange = key?.range;
    if (!isScalar(key) || !keyRange || String(key.value) === OWN_KEY) return [];
    const name = String(key.value);
    const node = pair.value as Node | null;
    const colon = yaml.indexOf(':', keyRange[1]);
    const after = {
      start: (colon < 0 ? keyRange[1] : colon) + 1,
      end: (colon < 0 ? keyRange[1] : colon) + 1,
    };
    const range = node?.range;
    const inside = range && range[1] > range[0] ? { start: range[0], end: range[1] } : after;
    const { value, valueSpan } = isQuotedEmpty(node) ? emptyValue(inside) : plainValue(yaml, inside);
    return [
      {
        dialect: 'front-matter',
        isCertain: true,
        name,
        folded: foldWords(name),
        value,
        valueSpan,
        span: { start: keyRange[0], end: Math.max(trimmed(yaml, inside).end, after.end) },
      },
    ];
  });
}
