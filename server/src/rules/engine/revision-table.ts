import type { DocumentContent } from '../../model/document-content';
import type { Alignment } from '../../template/align';
import { tableFor, type TableSpec } from '../../template/table-spec';
import { sectionsOf } from './sections-of';
import { wholeTable, type WholeTable } from './whole-table';
import { AUTHOR } from './author-name';

/** A table of revisions, and which of its columns say what; -1 where it has none for it. */
export interface RevisionTable extends WholeTable {
  /** The table of the template that it answers. */
  readonly spec: TableSpec;
  readonly date: number;
  readonly version: number;
  readonly author: number;
  readonly changes: number;
}

const CHANGES = /^(?:changes?|description of changes?|changes? made|what changed)$/u;

/** Whether a template keeps revisions in this table. */
export function isRevisionSpec({ columns }: TableSpec): boolean {
  const has = (pattern: RegExp) => columns.some(({ folded }) => pattern.test(folded));
  return (has(/\bdate\b/u) || columns.some(({ isDate }) => isDate)) && (has(CHANGES) || has(/^version$/u));
}

/** The tables of a document that answer one in which its template keeps revisions. */
export function revisionTables(
  content: Pick<DocumentContent, 'tables'>,
  alignment: Alignment,
): RevisionTable[] {
  const slots = sectionsOf(alignment, (slot) => slot.content.tables.some(isRevisionSpec));
  return content.tables.flatMap(({ fact, section }, index) => {
    const { columns, headerRow } = fact;
    const slot = slots.get(section);
    const spec = headerRow && slot && tableFor(slot.content.tables.filter(isRevisionSpec), columns);
    if (!spec) return [];
    const find = (pattern: RegExp) => columns.findIndex((title) => pattern.test(title));
    return [
      {
        ...wholeTable(content, index),
        spec,
        date: find(/\bdate\b/u),
        version: find(/^version$/u),
        author: find(AUTHOR),
        changes: find(CHANGES),
      },
    ];
  });
}
