import type { Alignment } from '../../template/align';
import type { Slot } from '../../template/schema';

/**
 * The slots of the template that are wanted, by the ordinals of the sections that fill them. It asks once for each slot, so
 * that a rule may go through all tables and look at few.
 */
export function sectionsOf(
  { instances }: Alignment,
  isWanted: (slot: Slot) => boolean,
): ReadonlyMap<number, Slot> {
  const found = new Map<number, Slot>();
  for (const [slot, sections] of instances)
    if (isWanted(slot)) for (const { ordinal } of sections) found.set(ordinal, slot);
  return found;
}
