import type { RowFact } from '../../model/table';
import type { TextEdit } from '../../text/edit';
import { lineEnd } from '../../text/line';
import type { Span } from '../../text/span';
import type { TableInText } from './whole-table';

/** A column to add to a table: its title, and what to write into each of its cells. */
export interface NewColumn {
  readonly title: string;
  readonly cell: string;
}

/** A text as it stands in a cell, where a pipe needs a backslash (GFM 4.10). */
export function escapeCell(text: string): string {
  return text.replace(/(?<!\\)\|/gu, '\\|');
}

/** The end of a row without the white space behind it. */
export function rowEnd(text: string, row: { readonly span: Span }): number {
  const { start } = row.span;
  return start + text.slice(start, lineEnd(text, start)).trimEnd().length;
}

/** Whether a row is closed by a pipe, which is optional. */
export function isClosed(text: string, row: { readonly span: Span }): boolean {
  const end = rowEnd(text, row);
  return isPipe(text, end - 1);
}

/**
 * Adds columns behind the column number `after`. Alignment, padding and outer pipes stay as they are; a row that is too
 * short to reach the place stays as short as it is.
 * @returns undefined where the delimiter row is not where it should be
 */
export function insertColumns(
  text: string,
  { headerRow, rows }: TableInText,
  after: number,
  columns: readonly NewColumn[],
): TextEdit[] | undefined {
  const delimiter = delimiterRow(text, headerRow);
  const dashes = delimiter?.cells[after];
  if (!delimiter || !dashes) return undefined;
  const isTight = isPipe(text, dashes.end);
  const lines = columns.map(({ title }) => '-'.repeat(Math.max(3, title.length + (isTight ? 2 : 0))));
  const edits: (TextEdit | undefined)[] = [
    insertCells(
      text,
      headerRow,
      after,
      columns.map(({ title }) => escapeCell(title)),
    ),
    insertAt(text, delimiter, dashes.end, lines, isTight ? '' : ' '),
    ...rows.map((row) =>
      insertCells(
        text,
        row,
        after,
        columns.map(({ cell }) => escapeCell(cell)),
      ),
    ),
  ];
  return edits.filter((edit) => edit !== undefined);
}

/** Where the row of dashes under a header row stands, and each run of dashes in it. */
export function delimiterRow(
  text: string,
  headerRow: RowFact,
): { readonly span: Span; readonly cells: readonly Span[] } | undefined {
  const below = /^[^\r\n]*(?:\r\n|\n|\r)/u.exec(text.slice(headerRow.span.start));
  if (!below) return undefined;
  const start = headerRow.span.start + below[0].length;
  const line = text.slice(start, lineEnd(text, start));
  if (!/^[ \t|:-]+$/u.test(line)) return undefined;
  const cells = Array.from(line.matchAll(/:?-+:?/gu), ({ index, 0: dashes }) => ({
    start: start + index,
    end: start + index + dashes.length,
  }));
  return { span: { start, end: start + line.length }, cells };
}

/** Exchanges what stands between the pipes around a cell. */
export function writeCell(text: string, row: RowFact, column: number, value: string): TextEdit | undefined {
  const cell = row.cells[column];
  if (!cell) return undefined;
  let { start } = cell.span;
  while (start > row.span.start && /[ \t]/u.test(text[start - 1]!)) start -= 1;
  const end = cellEnd(text, row, cell.span.end);
  return {
    span: { start, end: end ?? rowEnd(text, row) },
    newText: ` ${escapeCell(value)}${end ? ' ' : ''}`,
  };
}

function insertCells(
  text: string,
  row: RowFact,
  after: number,
  cells: readonly string[],
): TextEdit | undefined {
  const cell = row.cells[after];
  return cell && insertAt(text, row, cell.span.end, cells, ' ');
}

/** Inserts cells before the pipe that ends the cell in which `offset` is, or at the end of a row that no pipe closes. */
function insertAt(
  text: string,
  row: { readonly span: Span },
  offset: number,
  cells: readonly string[],
  padding: string,
): TextEdit {
  const pipe = cellEnd(text, row, offset);
  if (pipe !== undefined) {
    const newText = cells.map((cell) => `|${cell === '' ? ' ' : `${padding}${cell}${padding}`}`).join('');
    return { span: { start: pipe, end: pipe }, newText };
  }
  const end = rowEnd(text, row);
  // An empty cell at the end of a row needs a pipe to be one.
  const newText = cells.map((cell) => ` | ${cell}`).join('') + (cells.at(-1) === '' ? '|' : '');
  return { span: { start: end, end }, newText };
}

/** Where the pipe stands that ends the cell whose content ends at `offset`; undefined where no pipe does. */
export function cellEnd(text: string, row: { readonly span: Span }, offset: number): number | undefined {
  const end = rowEnd(text, row);
  let at = offset;
  while (at < end && !isPipe(text, at)) at += 1;
  return at < end ? at : undefined;
}

/** Whether a pipe stands at `offset` that no backslash takes its meaning. */
function isPipe(text: string, offset: number): boolean {
  if (text[offset] !== '|') return false;
  let backslashes = 0;
  while (text[offset - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 0;
}

/** Where pipes stand in the code of a row: Markdown parts cells at them all the same. */
export function codePipes(text: string, row: { readonly span: Span }): number[] {
  const { start } = row.span;
  const line = text.slice(start, rowEnd(text, row));
  return Array.from(line.matchAll(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/gu)).flatMap(({ index, 0: code }) =>
    Array.from(code.matchAll(/\|/gu), (pipe) => start + index + pipe.index).filter((at) => isPipe(text, at)),
  );
}
