import type { Section } from '../model/section';
import type { Alignment } from './align';
import type { Slot } from './schema';

/** Where the section of a slot belongs in a document, told by the sections around it. */
export interface Place {
  /** The nearest sibling before it that is in its own place. */
  readonly after: Section | undefined;
  /** The nearest sibling behind it that is in its own place. */
  readonly before: Section | undefined;
  /** The section above it; undefined for a top slot. */
  readonly under: Section | undefined;
}

/** Finds the place of a slot, leaving out of account sections that are themselves misplaced, and `except`. */
export function placeOf(
  alignment: Alignment,
  slot: Slot,
  under: Section | undefined,
  except?: Section,
): Place {
  const { schema, instances, parents, misplaced } = alignment;
  const moved = new Set(misplaced.map(({ section }) => section));
  const siblings = slot.parent ? slot.parent.children : schema.slots;
  let after: Section | undefined;
  let before: Section | undefined;
  for (const sibling of siblings) {
    if (sibling === slot && !slot.repeat) continue;
    for (const section of instances.get(sibling) ?? []) {
      if (section === except || moved.has(section) || (under && parents[section.ordinal] !== under)) continue;
      if (sibling.order <= slot.order) after = section;
      else before ??= section;
    }
  }
  return { after, before, under };
}

/** Whether a section lies inside another, as the template nests them. */
export function isInside({ parents }: Alignment, section: Section, outer: Section): boolean {
  for (let parent = parents[section.ordinal]; parent; parent = parents[parent.ordinal]) {
    if (parent === outer) return true;
  }
  return false;
}
