import { delimiterRow, isClosed } from '../../rules/engine/table-edits';
import type { RowFact } from '../../model/table';
import type { TableInText } from '../../rules/engine/whole-table';
import { displayWidth } from '../../text/display-width';
import type { TextEdit } from '../../text/edit';
import { lineEnd, lineStart } from '../../text/line';
import type { Span } from '../../text/span';

type Align = 'left' | 'center' | 'right' | undefined;

/** A delimiter needs as many dashes to be easily seen. */
const NARROWEST = 3;

/**
 * Edits that give each column of a table one width, as Prettier does: no cell changes but for the blanks around it, a row with too
 * few or too many cells keeps its number.
 * @returns undefined where a line of the table holds something else, too
 */
export function layOut(text: string, { headerRow, rows }: TableInText): TextEdit[] | undefined {
  const delimiter = delimiterRow(text, headerRow);
  if (delimiter?.cells.length !== headerRow.cells.length) return undefined;
  const aligns = delimiter.cells.map(({ start, end }) => alignOf(text.slice(start, end)));
  const lines = [headerRow, ...rows].map((row) => ({
    span: lineOf(text, row.span.start),
    cells: row.cells.map(({ span }) => text.slice(span.start, span.end)),
  }));
  const widths: number[] = [];
  for (const { cells } of lines) {
    cells.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? NARROWEST, displayWidth(cell));
    });
  }
  const dashes = aligns.map((align, column) => dashesFor(align, widths[column]!));
  const laidOut = [
    ...lines.map(({ span, cells }) => ({
      span,
      newText: joined(cells.map((cell, column) => padded(cell, widths[column]!, aligns[column]))),
    })),
    { span: lineOf(text, delimiter.span.start), newText: joined(dashes) },
  ];
  const holdsOther = laidOut
    .slice(0, -1)
    .some(({ span, newText }) => bare(text.slice(span.start, span.end)) !== bare(newText));
  if (holdsOther) return undefined;
  return laidOut.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
}

/**
 * A row for a table: in one that is laid out, its cells as wide as the others.
 * @param cells as many as there are columns, pipes in them escaped
 */
export function rowFor(text: string, table: TableInText, cells: readonly string[]): string {
  const { headerRow, rows } = table;
  const delimiter = delimiterRow(text, headerRow);
  const lengthOf = ({ span }: RowFact) => displayWidth(text.slice(span.start, lineEnd(text, span.start)));
  const isLaidOut = rows.length > 0 && rows.every((row) => lengthOf(row) === lengthOf(headerRow));
  if (delimiter && isLaidOut && isClosed(text, headerRow)) {
    const aligns = delimiter.cells.map(({ start, end }) => alignOf(text.slice(start, end)));
    // Dashes may fill the blanks beside the pipes.
    const widths = delimiter.cells.map(({ start, end }) => end - start - (text[start - 1] === '|' ? 2 : 0));
    return joined(cells.map((cell, column) => padded(cell, widths[column]!, aligns[column])));
  }
  const like = rows.at(-1) ?? headerRow;
  const start = text[like.span.start] === '|' ? '| ' : '';
  // An empty cell at the end of a row needs a pipe to be one.
  const end = isClosed(text, like) ? ' |' : cells.at(-1) === '' ? '|' : '';
  return start + cells.join(' | ') + end;
}

function alignOf(dashes: string): Align {
  if (dashes.endsWith(':')) return dashes.startsWith(':') ? 'center' : 'right';
  return dashes.startsWith(':') ? 'left' : undefined;
}

function dashesFor(align: Align, width: number): string {
  const first = align === 'left' || align === 'center' ? ':' : '-';
  const last = align === 'right' || align === 'center' ? ':' : '-';
  return first + '-'.repeat(width - 2) + last;
}

function padded(cell: string, width: number, align: Align): string {
  const blanks = Math.max(0, width - displayWidth(cell));
  const before = align === 'right' ? blanks : align === 'center' ? Math.floor(blanks / 2) : 0;
  return ' '.repeat(before) + cell + ' '.repeat(blanks - before);
}

function joined(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function lineOf(text: string, offset: number): Span {
  return { start: lineStart(text, offset), end: lineEnd(text, offset) };
}

/** A line without what a layout may change. */
function bare(line: string): string {
  return line.replace(/[ \t|]/gu, '');
}
