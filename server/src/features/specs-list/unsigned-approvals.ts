import { isNoAnswer } from '../../rules/engine/empty-answer';
import { isOpenCell } from '../../rules/engine/open-cell';
import { unsignedRows } from '../../rules/engine/unsigned-rows';
import type { Phase } from '../../template/phase';
import type { Spec } from '../../workspace/spec';

/** An approval that a spec waits for. */
export interface UnsignedApproval {
  /** Whose, as the table calls it: `Tech Lead`. */
  readonly role: string;
  /** The person, where one is named. */
  readonly name: string | undefined;
  /** The titles of the columns that are not filled in: `Date`, `Signature`. */
  readonly lacks: readonly string[];
  /** Where it stands; absolute. */
  readonly start: number;
}

const NAMES = /^(?:name|approver|approved by)$/u;

/** The approvals that a spec waits for, in its order; none of a draft, which nobody is asked to sign yet. */
export function unsignedApprovals({ model, alignment }: Spec, phase: Phase): UnsignedApproval[] {
  if (phase === 'draft') return [];
  return model.content.tables.flatMap(({ fact, section }, index) => {
    const rows = unsignedRows(fact, alignment.slots[section]);
    if (rows.length === 0) return [];
    const name = fact.columns.findIndex((folded) => NAMES.test(folded));
    const at = model.contentSpan('tables', index).start - fact.span.start;
    return rows.map(({ row: { cells }, open }) => {
      const person = cells[name];
      return {
        role: cells[0]!.text,
        name:
          !person || name === 0 || isNoAnswer(person) || isOpenCell(person.text) ? undefined : person.text,
        lacks: open.map((column) => fact.header[column]!),
        start: at + cells[0]!.span.start,
      };
    });
  });
}
