import { foldWords } from '../../model/fold';
import type { CellFact, RowFact, TableFact } from '../../model/table';
import type { Slot } from '../../template/schema';
import { tableFor, type TableSpec } from '../../template/table-spec';
import { isAbout } from './slot-title';

const APPROVAL = /\b(?:approvals?|approvers|sign ?offs?|signatures?)\b/u;
const TO_FILL = /^(?:name|approver|approved by|date|date signed|approval date|signature|signed|sign ?off)$/u;
const WAITING = /^(?:[-–—_. ]*|☐|tb[dca]|pending|open|\[[^\]]*\]|YYYY-MM-DD)$/iu;
const NOT_NEEDED =
  /^(?:n ?a|none|not (?:required|needed|applicable|necessary)|waived|skipped|abstained|delegated|same as|see above|ditto|idem)\b/u;

/** A row of an approval table that somebody has still to sign. */
export interface UnsignedRow {
  readonly row: RowFact;
  /** The columns that are still to be filled, of name, date and signature. */
  readonly open: readonly number[];
}

/**
 * The rows of an approval table that are not signed; none of any other table.
 * @param slot of the section that the table stands in
 */
export function unsignedRows(table: TableFact, slot: Slot | undefined): UnsignedRow[] {
  const spec = slot && tableFor(slot.content.tables, table.columns);
  if (!spec || !isApproval(slot, spec)) return [];
  const toFill = table.columns.flatMap((folded, column) => (TO_FILL.test(folded) ? [column] : []));
  return table.rows.flatMap((row) => {
    const open = toFill.filter((column) => isOpen(row.cells[column]));
    return open.length === 0 || isExempt(row) || isStruck(row, toFill) ? [] : [{ row, open }];
  });
}

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
