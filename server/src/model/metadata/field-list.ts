import type { List } from 'mdast';
import { foldWords } from '../fold';
import { contentSpan, nodeSpan } from '../inline-source';
import type { FieldFact } from './field';
import { readBoldLines } from './bold-lines';
import { plainValue } from './plain-value';

const LABEL = /^([\p{L}][^\n:[\]]{0,39}):(?=\s|$)/u;

/** `- Start Date: 2026-01-31` and `- **Status:** Draft`. A list is metadata only if each of its items is a field. */
export function readFieldList(list: List, source: string): FieldFact[] {
  const fields = list.children.map((item): FieldFact[] => {
    const paragraph = item.children[0];
    if (paragraph?.type !== 'paragraph') return [];
    const bold = readBoldLines(paragraph, source);
    if (bold.length === 1) return [{ ...bold[0]!, dialect: 'list', span: nodeSpan(item) }];
    if (bold.length > 1) return bold.map((field) => ({ ...field, dialect: 'list', joinsNext: false }));
    const content = contentSpan(paragraph, source);
    const label = LABEL.exec(source.slice(content.start, content.end));
    if (!label) return [];
    const { value, valueSpan } = plainValue(source, {
      start: content.start + label[0].length,
      end: content.end,
    });
    return [
      {
        dialect: 'list',
        isCertain: false,
        name: label[1]!.trim(),
        folded: foldWords(label[1]!),
        value,
        valueSpan,
        span: nodeSpan(item),
      },
    ];
  });
  return fields.every((found) => found.length > 0) ? fields.flat() : [];
}
