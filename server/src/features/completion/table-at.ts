import type { TableFact } from '../../model/table';
import { tableFor, type ColumnSpec, type TableSpec } from '../../template/table-spec';
import type { Spec } from '../../workspace/spec';
import type { Cursor } from './cursor';

/** A table of the document, which may be a slice of a long one. */
export interface TableAt {
  readonly fact: TableFact;
  /** Its place in `DocumentContent.tables`. */
  readonly index: number;
  /** The table of the template that it answers. */
  readonly spec: TableSpec | undefined;
}

/** The table that has a row on the line of the cursor, below its head. */
export function tableOfRow({ spec, place, line, before }: Cursor): TableAt | undefined {
  if (place !== 'table') return undefined;
  const { model } = spec;
  const index = model.content.tables.findIndex((_, at) => {
    const { start, end } = model.contentSpan('tables', at);
    return start <= line.end && line.start <= end;
  });
  const table = tableAt(spec, index);
  const head = table?.fact.headerRow;
  if (!table || /^[\s|:-]*-[\s|:-]*$/u.test(before)) return undefined;
  return head && model.contentSpan('tables', index, head.span).start >= line.start ? undefined : table;
}

/** The table that ends on the line above the cursor, whatever stands on that of the cursor. */
export function tableAbove({ bare, line }: Cursor): TableAt | undefined {
  const { model } = bare;
  const index = model.content.tables.findIndex((_, at) => {
    const { end } = model.contentSpan('tables', at);
    return end < line.start && /^[ \t]*(?:\r\n|\n|\r)$/u.test(model.tree.slice(end, line.start));
  });
  return tableAt(bare, index);
}

function tableAt({ model, alignment }: Spec, index: number): TableAt | undefined {
  const table = model.content.tables[index];
  if (!table) return undefined;
  const slot = alignment.slots[table.section];
  return { fact: table.fact, index, spec: slot && tableFor(slot.content.tables, table.fact.columns) };
}

/** What the template says of a column of the document. */
export function columnSpec({ fact, spec }: TableAt, column: number): ColumnSpec | undefined {
  return spec?.columns.find(({ folded }) => folded === fact.columns[column]);
}

/** What stands in a column, row by row, empty cells left out. */
export function textsIn({ fact }: TableAt, column: number): string[] {
  return fact.rows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '');
}

/** Whether a table of a document is its metadata. */
export function isOfFields({ model }: Spec, { index }: TableAt): boolean {
  const { start, end } = model.contentSpan('tables', index);
  return model.shape.fields.some((field) => {
    const span = model.fieldSpan(field);
    return field.dialect === 'table' && start <= span.start && span.end <= end;
  });
}
