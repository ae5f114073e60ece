import type { Place } from '../../template/place';
import type { Anchor } from './rule';

/** Where to say that something is missing: at the heading that it would stand before, or above it. */
export function anchorFor({ before, under }: Place): Anchor {
  const section = before ?? under;
  return section ? { section } : 'document';
}
