import type { Slot } from '../../template/schema';
import { titleOf } from './slot-title';

const ROLLBACK = /\b(?:roll ?back|back ?out|rolling back)\b/u;

/** Whether a section of a template asks for the way back. */
export function isRollbackSlot(slot: Slot): boolean {
  return ROLLBACK.test(titleOf(slot));
}

/** Whether a column of a template's table does. */
export function isRollbackColumn(folded: string): boolean {
  return ROLLBACK.test(folded);
}
