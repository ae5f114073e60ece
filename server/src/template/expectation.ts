import type { ProjectSize, Requirement, Schema, Slot } from './schema';

/** What is expected of a section: what its template requires, or for a project's size recommends although it is optional. */
export type Expectation = Requirement | 'recommended';

/** What no spec may do without, however small: how it keeps others out, which is not optional, and the fields. */
const ALWAYS = /\bsecurity\b/u;

/**
 * Whether a spec should have a section. Where the template lists the top sections for the size, the list decides: a
 * required section that is not in it may be left out, but for security and for the section of the metadata, and an
 * optional one that is in it is recommended.
 * @param size undefined where nobody has chosen one; the template's own word then holds
 */
export function expectationOf(
  slot: Slot,
  { depth, slots, fields }: Pick<Schema, 'depth' | 'slots' | 'fields'>,
  size: ProjectSize | undefined,
): Expectation {
  const listed = size && depth.get(size);
  if (!listed || slot.parent) return slot.requirement;
  if (listed.has(slot)) return slot.requirement === 'optional' ? 'recommended' : slot.requirement;
  const holdsFields = slot === slots[0] && fields.some(({ inSection }) => inSection);
  return holdsFields || ALWAYS.test(slot.pattern.literal ?? '') ? slot.requirement : 'optional';
}
