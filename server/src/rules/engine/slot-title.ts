import { foldTitle } from '../../model/fold';
import type { Slot } from '../../template/schema';

/** The title of a slot as titles are compared. */
export function titleOf({ pattern, title }: Slot): string {
  return pattern.literal ?? foldTitle(title);
}

/** Whether the title of a slot, or of one above it, speaks of something. */
export function isAbout(slot: Slot | undefined, words: RegExp): boolean {
  for (let each = slot; each; each = each.parent) if (words.test(titleOf(each))) return true;
  return false;
}
