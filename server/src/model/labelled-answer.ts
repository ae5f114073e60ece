import type { List } from 'mdast';
import { dismissalDigest, dismissalOf, type Dismissal } from './digest';
import { readItem, type ItemFact } from './list-item';

/** A label that is not in bold: `Authentication: `. */
const LABEL = /^[^:.?!]{1,60}:\s+/u;

/** What an item says behind its label, bold or not; undefined where it has none. */
export function answerOf({
  label,
  text,
  whole,
}: Pick<ItemFact, 'label' | 'text' | 'whole'>): string | undefined {
  if (label !== undefined) return text;
  const plain = LABEL.exec(whole)?.[0];
  return plain && whole.slice(plain.length);
}

/** How an item waves its label away in a word: `Authentication: N/A`. */
export function dismissalOfItem(item: Pick<ItemFact, 'label' | 'text' | 'whole'>): Dismissal | undefined {
  const digest = dismissalDigest(answerOf(item) ?? '');
  return digest === undefined ? undefined : dismissalOf([digest]);
}

/**
 * The digest of a list that waves each of its labels away: that of "N/A" where all say so, else that of "none". Undefined for
 * any other list.
 */
export function labelledDismissalDigest({ children, ordered }: List, source: string): number | undefined {
  const dismissals = children.map((child) => {
    const item = child.children.length === 1 ? readItem(child, ordered === true, 1, source) : undefined;
    return item && dismissalOfItem(item);
  });
  if (dismissals.every((each) => each === 'not-applicable')) return dismissalDigest('N/A');
  const isWavedAway = dismissals.every((each) => each === 'not-applicable' || each === 'none');
  return isWavedAway ? dismissalDigest('None') : undefined;
}
