import type { Slot } from '../../template/schema';
import type { BlockContext } from './rule';

/** Whether any slot that a part of the chunk stands in is of a kind: a quick look before a rule reads the prose. */
export function hasSlot(
  { facts, slotAt }: BlockContext,
  isMeant: (slot: Slot | undefined) => boolean,
): boolean {
  return isMeant(slotAt(0)) || facts.headings.some(({ span }) => isMeant(slotAt(span.start)));
}
