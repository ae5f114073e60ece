import type { Alignment, Misplaced } from '../../template/align';
import { slotsFor } from '../../template/candidates';

/**
 * Whether a section stands under a heading that its document has twice. What is wrong is the heading, which has a rule of
 * its own; to move what is under it would leave it empty.
 */
export function isInSecondParent({ section, slot }: Misplaced, { schema, slots }: Alignment): boolean {
  const { parent } = section;
  if (!parent || !slot.parent || slots[parent.ordinal]) return false;
  return slotsFor(schema, parent.folded).includes(slot.parent);
}
