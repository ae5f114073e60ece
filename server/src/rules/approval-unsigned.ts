import { t } from '@vscode/l10n';
import type { CellFact, RowFact } from '../model/table';
import { foldWords } from '../model/fold';
import { tableFor, type TableSpec } from '../template/table-spec';
import type { Slot } from '../template/schema';
import { defineBlockRule } from './engine/rule';
import { isAbout } from './engine/slot-title';

const APPROVAL = /\b(?:approvals?|approvers|sign ?offs?|signatures?)\b/u;
const TO_FILL = /^(?:name|approver|approved by|date|date signed|approval date|signature|signed|sign ?off)$/u;
const WAITING = /^(?:[-–—_. ]*|☐|tb[dca]|pending|open|\[[^\]]*\]|YYYY-MM-DD)$/iu;
const NOT_NEEDED =
  /^(?:n ?a|none|not (?:required|needed|applicable|necessary)|waived|skipped|abstained|delegated|same as|see above|ditto|idem)\b/u;

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
      const spec = slot && tableFor(slot.content.tables, table.columns);
      if (!spec || !isApproval(slot, spec)) continue;
      const toFill = table.columns.flatMap((folded, column) => (TO_FILL.test(folded) ? [column] : []));
      for (const row of table.rows) {
        const open = toFill.filter((column) => isOpen(row.cells[column]));
        if (open.length === 0 || isExempt(row) || isStruck(row, toFill)) continue;
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

/** A table of roles to sign, in a section on approval or with a column for signatures. */
function isApproval(slot: Slot, { columns }: TableSpec): boolean {
  const toFill = columns.slice(1).filter(({ folded }) => TO_FILL.test(folded));
  return (
    toFill.length >= 2 && (isAbout(slot, APPROVAL) || toFill.some(({ folded }) => /^sign/u.test(folded)))
  );
}

function isOpen(cell: CellFact | undefined): boolean {
  return cell === undefined || WAITING.test(cell.text);
}

/** A spare row, an optional role, or one whose row says that it need not sign. */
function isExempt({ cells }: RowFact): boolean {
  const [role, ...others] = cells;
  return (
    WAITING.test(role?.text ?? '') ||
    /\b(?:optional|if (?:needed|required|applicable))\b/iu.test(role!.text) ||
    others.some(({ text }) => NOT_NEEDED.test(foldWords(text)))
  );
}

/** Whether dashes fill the row, as where nobody has that role; who waits for a signature leaves its cell blank. */
function isStruck({ cells }: RowFact, toFill: readonly number[]): boolean {
  return toFill.every((column) => /^[-–—]+$/u.test(cells[column]?.text ?? ''));
}
