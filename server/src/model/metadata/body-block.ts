import type { Nodes } from 'mdast';
import { foldWords } from '../fold';
import { contentSpan, nodeSpan } from '../inline-source';
import { isBoldBlock } from './bold-lines';
import type { FieldFact } from './field';
import { plainValue, withoutComment } from './plain-value';

const KEY_VALUE = /^[ \t]*([\p{L}][\p{L}\p{N}_ -]{0,39}):(?:[ \t]+|$)(.*)$/u;

/**
 * Whether a node is a `---` block in the body, or bold lines above a `---`. To CommonMark (4.3) the lines are a setext
 * heading, which nobody who wrote them meant.
 */
export function isBodyBlock(node: Nodes, source: string): boolean {
  if (isBoldBlock(node, source)) return true;
  if (node.type !== 'heading' || node.depth !== 2) return false;
  const content = contentSpan(node, source);
  if (source.slice(nodeSpan(node).start).trimStart().startsWith('#')) return false;
  const lines = source.slice(content.start, content.end).split(/\r\n|\n|\r/u);
  return lines.length >= 2 && lines.every((line) => KEY_VALUE.test(line));
}

/** The `key: value` lines of a `---` block under a heading. */
export function readBodyBlock(node: Nodes, source: string): FieldFact[] {
  const content = contentSpan(node, source);
  const fields: FieldFact[] = [];
  for (const line of source.slice(content.start, content.end).matchAll(/[^\r\n]+/gu)) {
    const match = KEY_VALUE.exec(line[0]);
    if (!match) continue;
    const start = content.start + line.index;
    const end = start + line[0].length;
    const { value, valueSpan } = plainValue(
      source,
      withoutComment(source, { start: end - match[2]!.length, end }),
    );
    fields.push({
      dialect: 'body-block',
      isCertain: true,
      name: match[1]!.trim(),
      folded: foldWords(match[1]!),
      value,
      valueSpan,
      span: { start, end },
    });
  }
  return fields;
}
