import { t } from '@vscode/l10n';
import { parseChoices } from '../../model/choices';
import { placeholderOf } from '../../model/placeholders/read-placeholders';
import { isRevisionSpec } from '../../rules/engine/revision-table';
import { escapeCell } from '../../rules/engine/table-edits';
import { AUTHOR } from '../../rules/engine/author-name';
import type { Stop } from '../snippet-text';
import type { Completion, CompletionSource } from './completion';
import type { Cursor } from './cursor';
import { columnSpec, isOfFields, tableAbove, textsIn, type TableAt } from './table-at';
import { nextIdIn } from './table-cells';
import { newestRevision, versionsAfter } from './values/versions';

/** The next row of a table, as the template has it. */
export const tableRow: CompletionSource = { triggers: '|', offer };

function offer(cursor: Cursor): Completion[] {
  const { before, after, line, isOnDemand } = cursor;
  if (!/^[ \t]*\|?[ \t]*$/u.test(before) || !/^[ \t]*\|?[ \t]*$/u.test(after)) return [];
  if (!isOnDemand && before.trim() !== '|') return [];
  const table = tableAbove(cursor);
  if (!table || table.fact.columns.length === 0 || isOfFields(cursor.bare, table)) return [];
  const indent = /^[ \t]*/u.exec(before)![0].length;
  const mark = before.trim() === '' ? '' : '| ';
  return [
    {
      label: t('New row'),
      kind: 'row',
      detail: table.fact.header.join(', '),
      span: { start: line.start + indent, end: line.end },
      filter: mark + t('New row'),
      ...rowText(cursor, table),
    },
  ];
}

function rowText(cursor: Cursor, table: TableAt): { text: string; stops: Stop[] } {
  const stops: Stop[] = [];
  let text = '|';
  table.fact.columns.forEach((_, column) => {
    const known = knownCell(cursor, table, column);
    const cell = known ?? sampleCell(table, column);
    text += ' ';
    const start = text.length;
    text += escapeCell(cell);
    const choices = parseChoices(cell);
    const span = { start, end: text.length };
    if (known === undefined) stops.push({ span, choices: choices && [text.slice(start), ...choices] });
    text += ' |';
  });
  return { text, stops };
}

/** What the template asks for in a column; nothing where it has an example there. */
function sampleCell(table: TableAt, column: number): string {
  const samples = columnSpec(table, column)?.samples ?? [];
  return samples.find((sample) => placeholderOf(sample) !== undefined || parseChoices(sample)) ?? '';
}

/** What follows from the rows that are there, and who adds a revision when. */
function knownCell(cursor: Cursor, table: TableAt, column: number): string | undefined {
  const { bare, request } = cursor;
  if (column === 0) {
    const id = nextIdIn({ spec: bare }, table);
    if (id !== undefined) return id;
    const numbers = textsIn(table, 0);
    if (numbers.length > 1 && numbers.every((text) => /^\d{1,4}$/u.test(text)))
      return String(Math.max(...numbers.map(Number)) + 1);
  }
  if (!table.spec || !isRevisionSpec(table.spec)) return undefined;
  const folded = table.fact.columns[column]!;
  if (/\bdate\b/u.test(folded)) return request.today;
  if (AUTHOR.test(folded) && request.author !== '') return request.author;
  const newest = folded === 'version' ? newestRevision(bare) : undefined;
  return newest === undefined ? undefined : versionsAfter(newest).at(-2)?.value;
}
