import { t } from '@vscode/l10n';
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
  if (isNested(cursor, indent)) return [];
  const { content } = cursor.bare.model;
  return prefixes.map((prefix): Completion => {
    const id = nextId(prefix, content);
    const start = markerFor(cursor, slot!, prefix) + idLead(slot!, id);
    const sample = sampleOf(slot!, prefix);
    return {
      label: id,
      kind: 'requirement',
      detail: t('next'),
      span: { start: line.start + indent.length, end: line.end },
      filter: marks + id,
      text: start + sample,
      stops: [{ span: { start: start.length, end: start.length + sample.length } }],
    };
  });
}

/** The first line of the item above, of those that are in no other; undefined where none stands in the section. */
function itemAbove({ bare, line }: Cursor): string | undefined {
  const { model } = bare;
  const { text } = model.tree;
  const { items } = model.content;
  const above = items.findLastIndex(
    ({ fact }, index) => fact.depth === 1 && model.contentSpan('items', index).end <= line.start,
  );
  if (above < 0 || items[above]!.section !== sectionBefore(bare, line.start)?.ordinal) return undefined;
  const start = lineStart(text, model.contentSpan('items', above).start);
  return text.slice(start, lineEnd(text, start));
}

/** Whether an item of this indentation would belong to the one above it, as its details do. */
function isNested(cursor: Cursor, indent: string): boolean {
  const above = /^[ \t]*/u.exec(itemAbove(cursor) ?? '')![0];
  // One space more makes no list in a list (CommonMark 5.2).
  return indent.includes('\t') ? indent !== above : indent.length > above.length + 1;
}

/** The mark of the item, with the number behind that of the item above. */
function markerFor(cursor: Cursor, slot: Slot, prefix: string): string {
  const above = itemAbove(cursor);
  const source = above ?? itemOf(slot, prefix);
  const [, bullet, number, mark, space] = /^[ \t]*(?:([-*+])|(\d+)([.)]))([ \t]+)/u.exec(source) ?? [];
  if (number !== undefined) return `${above === undefined ? 1 : Number(number) + 1}${mark}${space}`;
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
