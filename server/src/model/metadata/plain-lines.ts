import type { Paragraph } from 'mdast';
import { foldWords } from '../fold';
import { contentSpan } from '../inline-source';
import type { FieldFact } from './field';
import { plainValue } from './plain-value';

/** A key of no more than four words, so that a sentence with a colon is none. */
const LINE = /^[ \t>]*(\p{L}[\p{L}\p{N}_/&-]*(?: [\p{L}\p{N}_/&-]+){0,3}):(?=[ \t]|$)(.*)$/u;
const LONGEST_KEY = 40;

/** `Status: Draft`, one a line, in a paragraph of two lines or more that are all of this form. */
export function readPlainLines(paragraph: Paragraph, source: string): FieldFact[] {
  const content = contentSpan(paragraph, source);
  const fields: FieldFact[] = [];
  for (const line of source.slice(content.start, content.end).matchAll(/[^\r\n]+/gu)) {
    const match = LINE.exec(line[0]);
    if (!match || match[1]!.length > LONGEST_KEY) return [];
    const end = content.start + line.index + line[0].length;
    const start = content.start + line.index + line[0].indexOf(match[1]!);
    const { value, valueSpan } = plainValue(source, { start: end - match[2]!.length, end });
    fields.push({
      dialect: 'plain-line',
      isCertain: false,
      name: match[1]!,
      folded: foldWords(match[1]!),
      value,
      valueSpan,
      span: { start, end: Math.max(valueSpan.end, end - match[2]!.length) },
    });
  }
  return fields.length > 1 ? fields : [];
}
