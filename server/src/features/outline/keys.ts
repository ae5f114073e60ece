import { foldWords } from '../../model/fold';
import type { Draft } from './entry';

/**
 * Names each entry by its place in the template, so that a name stays while headings are written anew, sections are filled
 * in, and missing ones are inserted; those of the author's own by their titles.
 */
export function assignKeys(entries: readonly Draft[], path = ''): void {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const own = `${path}/${nameOf(entry)}`;
    const count = counts.get(own) ?? 0;
    counts.set(own, count + 1);
    entry.key = count === 0 ? own : `${own}~${count}`;
    assignKeys(entry.children, entry.key);
  }
}

function nameOf({ kind, slot, title }: Draft): string {
  if (kind !== 'section') return kind;
  return slot ? String(slot.order) : `"${foldWords(title).replaceAll('/', ' ')}"`;
}
