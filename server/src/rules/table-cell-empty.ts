import { t } from '@vscode/l10n';
import type { RowFact } from '../model/table';
import { tableFor, type TableSpec } from '../template/table-spec';
import { isBlank, isNoAnswer } from './engine/empty-answer';
import { defineBlockRule } from './engine/rule';

export default defineBlockRule<undefined>({
  id: 'table-cell-empty',
  severity: { draft: 'hint', review: 'info', approved: 'warning' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'A row leaves the first cell empty, which says what the row is about. A row that goes on with the one above may.',
    why: 'Readers cannot tell what the other cells are said of.',
    remedy: 'Name what the row is about, or delete the row.',
  },
  check({ facts, slotAt, inMetadata }, report) {
    for (const { columns, rows, headerRow, span } of facts.tables) {
      if (inMetadata(span.start)) continue;
      const slot = slotAt(span.start);
      const spec = slot && tableFor(slot.content.tables, columns);
      const [key] = spec?.columns ?? [];
      if (!spec || !key || key.samples.length === 0 || key.samples.includes('')) continue;
      const nameless = rows.filter(({ cells }) => isBlank(cells[0]) && cells.some((cell) => !isBlank(cell)));
      for (const row of nameless) {
        const isFirst = headerRow !== undefined && row === rows[0];
        if (!isFirst && !(nameless.length === 1 && isOfItsOwn(row, spec, columns))) continue;
        report({
          at: row.span,
          message: t(
            'This row has nothing in the column "{0}", so nobody can tell what it is about. Name it, or delete the row.',
            key.title,
          ),
          slot,
          data: undefined,
        });
      }
    }
  },
});

/** Whether a row rates something of its own: all other cells are filled, one of them where the template has values to choose. */
function isOfItsOwn({ cells }: RowFact, { columns }: TableSpec, present: readonly string[]): boolean {
  return (
    present.slice(1).every((_, at) => !isNoAnswer(cells[at + 1])) &&
    columns.some(({ choices, folded }) => choices && present.includes(folded))
  );
}
