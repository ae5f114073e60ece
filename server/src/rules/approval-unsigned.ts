import { t } from '@vscode/l10n';
import { defineBlockRule } from './engine/rule';
import { unsignedRows } from './engine/unsigned-rows';

export default defineBlockRule<undefined>({
  id: 'approval-unsigned',
  severity: { draft: 'off', review: 'off', approved: 'error' },
  fix: 'none',
  docs: {
    what: 'The document is approved, and a row of its approval table has no name, date or signature.',
    why: 'The status claims a consent that the table does not show.',
    remedy: 'Have it signed, write "not required" in the row, or set the status back.',
  },
  check({ facts, slotAt }, report) {
    for (const table of facts.tables) {
      const slot = slotAt(table.span.start);
      for (const { row, open } of unsignedRows(table, slot)) {
        const role = row.cells[0]!.text;
        const columns = open.map((column) => table.header[column]!.toLowerCase()).join(', ');
        report({
          at: row.cells[0]!.span,
          message: t(
            'The document is approved, but "{0}" has not signed it: no {1}. Have it signed, write "not required" in the row, or set the status back.',
            role,
            columns,
          ),
          slot,
          data: undefined,
        });
      }
    }
  },
});
