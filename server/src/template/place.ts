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

/** What finding many places in one alignment needs again and again. */
interface Settled {
  readonly moved: ReadonlySet<Section>;
  /** The sections that have a slot, by the section that they stand under. */
  readonly inside: ReadonlyMap<Section, readonly Section[]>;
}

const settled = new WeakMap<Alignment, Settled>();

/**
 * Finds the place of a slot, leaving out of account sections that are themselves misplaced.
 * @param under the section that it belongs under; undefined for a top slot
 */
export function placeOf(alignment: Alignment, slot: Slot, under: Section | undefined): Place {
  const { moved, inside } = settle(alignment);
  const { instances, slots } = alignment;
  const candidates = under
    ? (inside.get(under) ?? [])
    : alignment.schema.slots.flatMap((sibling) => instances.get(sibling) ?? []);
  const orderOf = ({ ordinal }: Section) => slots[ordinal]!.order;
  const seen = new Set<Slot>();
  let after: Section | undefined;
  let before: Section | undefined;
  for (const section of candidates) {
    const sibling = slots[section.ordinal]!;
    if (sibling.parent !== slot.parent || (sibling === slot && !slot.repeat)) continue;
    if (moved.has(section)) continue;
    // Of sections that others stand between, only the first tells a place.
    if (sibling.scattered && sibling !== slot) {
      if (seen.has(sibling)) continue;
      seen.add(sibling);
    }
    if (sibling.order > slot.order) {
      if (!before || sibling.order < orderOf(before)) before = section;
    } else if (!after || sibling.order >= orderOf(after)) after = section;
  }
  return { after, before, under };
}

function settle(alignment: Alignment): Settled {
  let known = settled.get(alignment);
  if (!known) {
    const inside = new Map<Section, Section[]>();
    for (const sections of alignment.instances.values()) {
      for (const section of sections) {
        const under = alignment.parents[section.ordinal];
        const group = under && inside.get(under);
        if (group) group.push(section);
        else if (under) inside.set(under, [section]);
      }
    }
    known = { moved: new Set(alignment.misplaced.map(({ section }) => section)), inside };
    settled.set(alignment, known);
  }
  return known;
}

/** Whether a section lies inside another, as the template nests them. */
export function isInside({ parents }: Alignment, section: Section, outer: Section): boolean {
  for (let parent = parents[section.ordinal]; parent; parent = parents[parent.ordinal]) {
    if (parent === outer) return true;
  }
  return false;
}
