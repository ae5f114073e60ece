import { t } from '@vscode/l10n';
import type { RowFact } from '../model/table';
import type { TextEdit } from '../text/edit';
import { dominantEol, lineStart } from '../text/line';
import type { Span } from '../text/span';
import { isBlank } from './engine/empty-answer';
import { defineBlockRule, type Fix } from './engine/rule';
import { cellEnd, codePipes, isClosed, rowEnd } from './engine/table-edits';
import { rowAtOffset } from './engine/whole-table';

/** What other dialects write right below a table: attributes and captions. */
const ATTRIBUTES = /^(?:\{.*\}|\[.*\]|(?:table)?:.*)$/iu;

export default defineBlockRule<undefined>({
  id: 'table-ragged',
  severity: { draft: 'warning', review: 'warning', approved: 'warning' },
  fix: 'safe',
  waitsForLine: true,
  docs: {
    what: 'A row of a table has more or fewer cells than its header.',
    why: 'Markdown drops cells that no column is there for, and moves nothing to where it belongs; neither shows in the source.',
    remedy:
      'Give the row one cell a column. A pipe within a cell needs a backslash, in code as well: `a \\| b`.',
  },
  check({ facts }, report) {
    for (const { header, rows } of facts.tables) {
      rows.forEach((row, number) => {
        if (row.cells.length === header.length) return;
        if (isSwallowed(row) && ATTRIBUTES.test(row.cells[0]!.text)) return;
        const before = rows[number - 1];
        if (isSwallowed(row) && before && isSwallowed(before)) return;
        report({ at: placeOf(row, header.length), message: messageOf(row, header.length), data: undefined });
      });
    }
  },
  fixes({ spec: { model } }, _data, span) {
    const found = rowAtOffset(model, span.start);
    if (!found) return [];
    const { table, row, number } = found;
    const { text } = model.tree;
    const width = table.fact.header.length;
    if (isSwallowed(row) && !isClosed(text, row)) {
      const isEnd = table.rows.slice(number).every((other) => isSwallowed(other));
      const start = lineStart(text, row.span.start);
      const edits = [{ span: { start, end: start }, newText: dominantEol(text) }];
      return isEnd ? [{ title: t('Insert an empty line below the table'), edits }] : [];
    }
    return row.cells.length < width ? [pad(text, row, width)] : cut(text, row, width);
  },
});

/** A line right below a table, which Markdown reads as a row of it. In a table of one column nothing tells it from a row. */
function isSwallowed({ cells, span }: RowFact): boolean {
  const [only, ...others] = cells;
  return others.length === 0 && only?.span.start === span.start;
}

function placeOf({ cells, span }: RowFact, width: number): Span {
  const surplus = cells.slice(width).filter((cell) => !isBlank(cell));
  if (surplus.length === 0) return span;
  return { start: surplus[0]!.span.start, end: surplus.at(-1)!.span.end };
}

function messageOf(row: RowFact, width: number): string {
  const count = row.cells.length;
  if (isSwallowed(row))
    return t(
      'Markdown reads this line as a row of the table above it, and shows it in the first column. Put an empty line between the two.',
    );
  if (count === 1)
    return t(
      'This row has 1 cell under {0} columns; Markdown leaves the last ones empty. Add what is missing, where it is missing.',
      width,
    );
  if (count < width)
    return t(
      'This row has {0} cells under {1} columns; Markdown leaves the last ones empty. Add what is missing, where it is missing.',
      count,
      width,
    );
  return row.cells.slice(width).every((cell) => isBlank(cell))
    ? t('This row has {0} cells under {1} columns. Markdown drops what is too much; remove it.', count, width)
    : t(
        'This row has {0} cells under {1} columns; Markdown drops what is too much, and readers never see it. Join cells, or put a backslash before a pipe that belongs to the text.',
        count,
        width,
      );
}

function pad(text: string, row: RowFact, width: number): Fix {
  const end = rowEnd(text, row);
  const newText = (isClosed(text, row) ? '' : ' |') + ' |'.repeat(width - row.cells.length);
  return { title: t('Fill the row up with empty cells'), edits: [{ span: { start: end, end }, newText }] };
}

/** What is too much goes where it is empty; a pipe in code gets its backslash where that makes the row right. */
function cut(text: string, row: RowFact, width: number): Fix[] {
  const surplus = row.cells.slice(width);
  const last = row.cells[width - 1]!;
  if (surplus.every((cell) => isBlank(cell))) {
    const end = rowEnd(text, row);
    const start = cellEnd(text, row, last.span.end)! + 1;
    return [
      {
        title: t('Remove the empty cells beyond the last column'),
        edits: [{ span: { start, end }, newText: '' }],
      },
    ];
  }
  const pipes = codePipes(text, row);
  if (row.cells.length - pipes.length !== width) return [];
  const edits = pipes.map((at): TextEdit => ({ span: { start: at, end: at }, newText: '\\' }));
  return [{ title: t('Put a backslash before each pipe in code'), edits }];
}
