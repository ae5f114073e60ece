import { t } from '@vscode/l10n';
import { foldWords } from '../../model/fold';
import { placeholderOf } from '../../model/placeholders/read-placeholders';
import type { CellFact, RowFact, TableFact } from '../../model/table';
import { isOpenCell } from '../../rules/engine/open-cell';
import { tableFor, type ColumnSpec, type TableSpec } from '../../template/table-spec';
import { isAt, shiftSpan } from '../../text/span';
import { sectionAtOffset } from '../../model/section-at';
import type { Hover, HoverContext } from './hover-context';
import type { HoverBlock } from './hover-text';
import { askedFor, dateForm, oneOf } from './placeholder-hover';

interface CellAt {
  readonly cell: CellFact;
  readonly row: RowFact;
  /** The folded title of its column. */
  readonly column: string | undefined;
}

/** A cell of a table that the template has: what its column holds. */
export function hoverCell({ spec, offset }: HoverContext): Hover | undefined {
  const { model, alignment } = spec;
  const { tree } = model;
  const chunk = tree.chunkAt(offset);
  const base = tree.chunkStart(chunk);
  const table = model.facts(chunk).tables.find(({ span }) => isAt(span, offset - base));
  const found = table && cellAt(table, offset - base);
  if (!found) return undefined;
  const slot = alignment.slots[sectionAtOffset(model, offset)?.ordinal ?? -1];
  const answered = slot && tableFor(slot.content.tables, table.columns);
  const column = answered?.columns.find(({ folded }) => folded === found.column);
  if (!column) return undefined;
  const asked = found.row === table.headerRow ? everyRow(column) : askedInRow(answered!, column, found);
  const blocks = valueBlocks(column) ?? asked;
  if (blocks.length === 0) return undefined;
  return { span: shiftSpan(found.cell.span, base), blocks: [[{ bold: column.title }], ...blocks] };
}

function cellAt({ headerRow, rows, columns }: TableFact, offset: number): CellAt | undefined {
  for (const row of headerRow ? [headerRow, ...rows] : rows) {
    if (!isAt(row.span, offset)) continue;
    const index = row.cells.findIndex(({ span }) => isAt(span, offset));
    if (index >= 0) return { cell: row.cells[index]!, row, column: columns[index] };
  }
  return undefined;
}

/** What any cell of a column may hold; undefined where the template does not say. */
function valueBlocks({ choices, isDate }: ColumnSpec): HoverBlock[] | undefined {
  if (choices) return [oneOf(choices)];
  return isDate ? [dateForm()] : undefined;
}

function everyRow({ samples }: ColumnSpec): HoverBlock[] {
  const asked = [...new Set(samples.map(questionIn))].filter((text) => text !== '');
  if (asked.length < 2) return asked.map(askedFor);
  return [[{ bold: t('Asked for, row by row:') }], { items: asked.map((text) => [text]) }];
}

/** What the template asks in the row with the same first cell, or else of whatever is not answered yet. */
function askedInRow(table: TableSpec, column: ColumnSpec, { cell, row }: CellAt): HoverBlock[] {
  const label = foldWords(row.cells[0]?.text ?? '');
  const at = table.columns[0]!.samples.findIndex((sample) => foldWords(sample) === label);
  const question = at < 0 || row.cells[0] === cell ? '' : questionIn(column.samples[at] ?? '');
  if (question !== '') return [askedFor(question)];
  return isOpenCell(cell.text) ? everyRow(column) : [];
}

/** The question that a cell of the template puts; "Value" and the like tell nothing that the title does not. */
function questionIn(sample: string): string {
  const text = placeholderOf(sample)?.text ?? '';
  return text.includes(' ') ? text : '';
}
