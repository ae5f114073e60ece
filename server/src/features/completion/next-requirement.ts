import { itemPrefixes } from '../../rules/engine/requirement-items';
import { idLead, nextId } from '../../rules/engine/requirement-numbers';
import type { Slot } from '../../template/schema';
import { lineEnd, lineStart } from '../../text/line';
import type { Completion, CompletionSource } from './completion';
import { sectionBefore, type Cursor } from './cursor';

/** What of an item may be on the line. */
const TYPED = /^([ \t]*)((?:[-*+]|\d+[.)])?[ \t]*(?:\*\*|__)?)([A-Z]*-?\d*)$/u;

/** The next numbered requirement of a list of them. */
export const nextRequirement: CompletionSource = { triggers: '-', offer };

function offer(cursor: Cursor): Completion[] {
  const { before, after, line, isOnDemand } = cursor;
  const [, indent = '', marks = '', word = ''] = TYPED.exec(before) ?? [];
  if (!TYPED.test(before) || !/^[\s*_]*$/u.test(after)) return [];
  if (!isOnDemand && (marks !== '-' || word !== '')) return [];
  const { slot } = cursor;
  const prefixes = slot ? itemPrefixes(slot) : [];
  if (prefixes.length === 0 || (cursor.bareSurroundings !== 'blank' && cursor.bareSurroundings !== 'list'))
    return [];
  const { content } = cursor.bare.model;
  return prefixes.map((prefix): Completion => {
    const id = nextId(prefix, content);
    const start = markerFor(cursor, slot!, prefix) + idLead(slot!, id);
    const sample = sampleOf(slot!, prefix);
    return {
      label: id,
      kind: 'requirement',
      detail: 'next',
      span: { start: line.start + indent.length, end: line.end },
      filter: marks + id,
      text: start + sample,
      stops: [{ span: { start: start.length, end: start.length + sample.length } }],
    };
  });
}

/** The mark of the item, with the number behind that of the item above. */
function markerFor({ bare, line }: Cursor, slot: Slot, prefix: string): string {
  const { model } = bare;
  const { text } = model.tree;
  const { items } = model.content;
  const above = items.findLastIndex(
    ({ fact }, index) => fact.depth === 1 && model.contentSpan('items', index).end <= line.start,
  );
  const section = sectionBefore(bare, line.start);
  const isNear = above >= 0 && items[above]!.section === section?.ordinal;
  const start = isNear ? lineStart(text, model.contentSpan('items', above).start) : 0;
  const source = isNear ? text.slice(start, lineEnd(text, start)) : itemOf(slot, prefix);
  const [, bullet, number, mark, space] = /^[ \t]*(?:([-*+])|(\d+)([.)]))([ \t]+)/u.exec(source) ?? [];
  if (number !== undefined) return `${isNear ? Number(number) + 1 : 1}${mark}${space}`;
  return `${bullet ?? '-'}${space ?? ' '}`;
}

/** The first item of the template with these letters. */
function itemOf({ body }: Slot, prefix: string): string {
  return body.split(/\r\n|\n|\r/u).find((line) => line.includes(`${prefix}-`)) ?? '';
}

/** What the template asks for behind the id. */
function sampleOf(slot: Slot, prefix: string): string {
  return /\[[^[\]]+\]\s*$/u.exec(itemOf(slot, prefix))?.[0].trim() ?? '';
}
