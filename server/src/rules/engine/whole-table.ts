import type { DocumentContent } from '../../model/document-content';
import type { DocumentModel } from '../../model/document-model';
import type { RowFact, TableFact } from '../../model/table';
import { shiftSpan, type Span } from '../../text/span';

/** A row with the slice that it stands in, as an index into `DocumentContent.tables`. */
export interface RowAt {
  readonly index: number;
  readonly row: RowFact;
}

/** A table with the rows of all its slices. */
export interface WholeTable {
  /** The first slice, which has the header row. */
  readonly fact: TableFact;
  /** Its index into `DocumentContent.tables`. */
  readonly index: number;
  /** The ordinal of its section; -1 before the first heading. */
  readonly section: number;
  readonly rows: readonly RowAt[];
}

/** The table whose first slice has this index in `DocumentContent.tables`. */
export function wholeTable({ tables }: Pick<DocumentContent, 'tables'>, index: number): WholeTable {
  const { fact, section } = tables[index]!;
  const rows: RowAt[] = fact.rows.map((row) => ({ index, row }));
  for (let next = index + 1; next < tables.length && !tables[next]!.fact.headerRow; next++)
    for (const row of tables[next]!.fact.rows) rows.push({ index: next, row });
  return { fact, index, section, rows };
}

/** A table where it stands now: every span is absolute. */
export interface TableInText {
  readonly fact: TableFact;
  readonly headerRow: RowFact;
  readonly rows: readonly RowFact[];
}

/** The table whose first slice has this index in `DocumentContent.tables`. */
export function tableInText(model: DocumentModel, index: number): TableInText | undefined {
  const headerRow = model.content.tables[index]?.fact.headerRow;
  if (!headerRow) return undefined;
  const { fact, rows } = wholeTable(model.content, index);
  return {
    fact,
    headerRow: rowInText(model, { index, row: headerRow }),
    rows: rows.map((row) => rowInText(model, row)),
  };
}

/** The row of a table that holds a place of the text, with its table and its number in there. */
export function rowAtOffset(
  model: DocumentModel,
  offset: number,
): { readonly table: TableInText; readonly row: RowFact; readonly number: number } | undefined {
  const { tables } = model.content;
  let index = tables.findIndex((_, at) => holds(model.contentSpan('tables', at), offset));
  while (index > 0 && !tables[index]!.fact.headerRow) index -= 1;
  const table = tableInText(model, index);
  const number = table?.rows.findIndex(({ span }) => holds(span, offset)) ?? -1;
  return table && number >= 0 ? { table, row: table.rows[number]!, number } : undefined;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

function rowInText(model: DocumentModel, { index, row }: RowAt): RowFact {
  const span = model.contentSpan('tables', index, row.span);
  const shift = span.start - row.span.start;
  return { span, cells: row.cells.map((cell) => ({ ...cell, span: shiftSpan(cell.span, shift) })) };
}
