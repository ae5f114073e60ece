import type { Section } from '../model/section';
import type { Schema, Slot } from './schema';
import { titleFits } from './title-pattern';

/** A section that fits a slot by its title, and how well it fits by its place. */
export interface Candidate {
  readonly section: Section;
  readonly slot: Slot;
  readonly score: number;
}

const memo = new WeakMap<Schema, Map<string, readonly Slot[]>>();

/** The slots whose titles a folded title fits, literal ones first. */
export function slotsFor(schema: Schema, folded: string): readonly Slot[] {
  let known = memo.get(schema);
  if (!known) memo.set(schema, (known = new Map<string, readonly Slot[]>()));
  let slots = known.get(folded);
  if (!slots) {
    const fitting = schema.allSlots.filter(({ pattern }) => titleFits(pattern, folded));
    const literal = fitting.filter(({ pattern }) => pattern.expression === undefined);
    slots = literal.length > 0 ? literal : fitting;
    known.set(folded, slots);
  }
  return slots;
}

/**
 * By how many levels most sections stand deeper than the template has them; 0 where there is no majority.
 * @returns the shift, and whether at least two sections agree on it and none stands where the template has it
 */
export function levelShift(schema: Schema, sections: readonly Section[]): number {
  const votes = new Map<number, number>();
  for (const section of sections) {
    const slots = slotsFor(schema, section.folded);
    if (slots.length !== 1 || slots[0]!.pattern.expression) continue;
    const shift = section.level - slots[0]!.level;
    votes.set(shift, (votes.get(shift) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([shiftA, a], [shiftB, b]) => b - a || Math.abs(shiftA) - Math.abs(shiftB));
  if (!best) return 0;
  const [shift, count] = best;
  return shift !== 0 && count >= 2 && count > (votes.get(0) ?? 0) * 2 ? shift : 0;
}

/**
 * Pairs sections with slots. Each section gets one slot at most; a slot gets one section, or any number where it, or a
 * slot above it, is repeated. The best fits by title and place are taken first.
 */
export function assignSlots(schema: Schema, sections: readonly Section[], shift: number): Map<Section, Slot> {
  const candidates: Candidate[] = [];
  const present = new Set(sections.flatMap(({ folded }) => slotsFor(schema, folded)));
  for (const section of sections) {
    for (const slot of slotsFor(schema, section.folded)) {
      if (isElsewhere(section, slot)) continue;
      candidates.push({ section, slot, score: placeScore(schema, section, slot, shift) });
    }
  }
  candidates.sort(
    (a, b) => b.score - a.score || a.section.ordinal - b.section.ordinal || a.slot.order - b.slot.order,
  );
  const assigned = new Map<Section, Slot>();
  const taken = new Set<Slot>();
  for (const { section, slot } of candidates) {
    if (assigned.has(section) || (taken.has(slot) && !mayRepeat(slot))) continue;
    assigned.set(section, slot);
    taken.add(slot);
  }
  return assigned;

  /** An instance counts only under its parent, where that is there: `Story 1` may head anything in another section. */
  function isElsewhere(section: Section, slot: Slot): boolean {
    return (
      slot.repeat &&
      slot.parent !== undefined &&
      present.has(slot.parent) &&
      parentScore(schema, section.parent, slot.parent) === 0
    );
  }
}

/** Whether a document may have several sections of this slot. */
export function mayRepeat(slot: Slot | undefined): boolean {
  return slot !== undefined && (slot.repeat || mayRepeat(slot.parent));
}

function placeScore(schema: Schema, section: Section, slot: Slot, shift: number): number {
  const title = slot.pattern.literal === section.folded ? 1 : slot.pattern.expression ? 0.6 : 0.8;
  const level = section.level - shift === slot.level ? 0.5 : 0;
  return title + level + parentScore(schema, section.parent, slot.parent);
}

function parentScore(schema: Schema, parent: Section | undefined, slot: Slot | undefined): number {
  if (!slot) return !parent || (!parent.parent && slotsFor(schema, parent.folded).length === 0) ? 1 : 0;
  if (!parent) return 0;
  if (
    slotsFor(schema, parent.folded).includes(slot) ||
    (slot.pattern.anyTitle && parent.level === slot.level)
  )
    return 1;
  return parent.parent ? 0.7 * parentScore(schema, parent.parent, slot) : 0;
}
