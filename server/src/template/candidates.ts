import type { Section } from '../model/section';
import type { Schema, Slot } from './schema';
import { NEAR_MISS, similarity } from './similarity';
import { titleFits } from './title-pattern';

/** A section that fits a slot by its title, and how well it fits by its place. */
export interface Candidate {
  readonly section: Section;
  readonly slot: Slot;
  readonly score: number;
}

/** More titles than these are forgotten, so that what is typed in a heading does not add up. */
const MOST_TITLES = 10_000;

/** The slots whose titles a folded title fits, literal ones first. */
export const slotsFor: (schema: Schema, folded: string) => readonly Slot[] = byTitle((schema, folded) => {
  const fitting = schema.allSlots.filter(({ pattern }) => titleFits(pattern, folded));
  const literal = fitting.filter(({ pattern }) => pattern.expression === undefined);
  return literal.length > 0 ? literal : fitting;
});

/** A slot whose title another title resembles, and how much. */
export interface Likeness {
  readonly slot: Slot;
  readonly score: number;
}

/** The slots that a folded title may be a slip or a variant of. */
export const slotsLike: (schema: Schema, folded: string) => readonly Likeness[] = byTitle((schema, folded) =>
  schema.allSlots.flatMap((slot) => {
    const { literal } = slot.pattern;
    const score = literal === undefined ? 0 : similarity(folded, literal);
    return score >= NEAR_MISS ? [{ slot, score }] : [];
  }),
);

/** What a schema makes of a title, computed once for each title. */
function byTitle<T>(compute: (schema: Schema, folded: string) => T): (schema: Schema, folded: string) => T {
  const memo = new WeakMap<Schema, Map<string, T>>();
  return (schema, folded) => {
    let known = memo.get(schema);
    if (!known) memo.set(schema, (known = new Map<string, T>()));
    let found = known.get(folded);
    if (found === undefined) {
      found = compute(schema, folded);
      if (known.size >= MOST_TITLES) known.clear();
      known.set(folded, found);
    }
    return found;
  };
}

/**
 * By how many levels the whole document stands deeper than the template; less than 0 where it stands higher. At least
 * two sections must agree on it, more than twice as many as stand where the template has them, and nothing may contradict it:
 * no section above where the shift puts the top ones, and no top section where the template has it.
 * @param sections all but the title
 * @returns the shift; 0 where the document as a whole is not shifted
 */
export function levelShift(schema: Schema, sections: readonly Section[]): number {
  const top = schema.allSlots.reduce((least, { level }) => Math.min(least, level), 6);
  const votes = new Map<number, number>();
  const topShifts = new Set<number>();
  for (const section of sections) {
    const slots = slotsFor(schema, section.folded);
    if (slots.length !== 1 || slots[0]!.pattern.expression) continue;
    const shift = section.level - slots[0]!.level;
    votes.set(shift, (votes.get(shift) ?? 0) + 1);
    if (slots[0]!.level === top) topShifts.add(shift);
  }
  const [best] = [...votes].sort(([shiftA, a], [shiftB, b]) => b - a || Math.abs(shiftA) - Math.abs(shiftB));
  if (!best) return 0;
  const [shift, count] = best;
  if (shift === 0 || count < 2 || count <= (votes.get(0) ?? 0) * 2) return 0;
  const contradicted =
    shift > 0 ? sections.some(({ level }) => level < top + shift) : topShifts.has(0) || !topShifts.has(shift);
  return contradicted ? 0 : shift;
}

/**
 * Pairs sections with slots. Each section gets one slot at most; a slot gets one section, or any number where it, or a
 * slot above it, is repeated. The best fits by title and place are taken first.
 */
export function assignSlots(schema: Schema, sections: readonly Section[], shift: number): Map<Section, Slot> {
  const candidates: Candidate[] = [];
  const present = new Set(sections.flatMap(({ folded }) => slotsFor(schema, folded)));
  // What stands in an instance that is elsewhere belongs to that instance.
  const elsewhere = new Set<Section>();
  for (const section of sections) {
    if (section.parent && elsewhere.has(section.parent)) {
      elsewhere.add(section);
      continue;
    }
    const fitting = slotsFor(schema, section.folded);
    const slots = fitting.filter((slot) => !isElsewhere(section, slot));
    if (slots.length === 0 && fitting.length > 0) elsewhere.add(section);
    for (const slot of slots)
      candidates.push({ section, slot, score: placeScore(schema, section, slot, shift) });
  }
  // The sort is stable: what fits as well comes in the order of the document, then of the template.
  candidates.sort((a, b) => b.score - a.score);
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
      parentScore(schema, section.parent, slot.parent, shift) === 0
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
  return title + level + parentScore(schema, section.parent, slot.parent, shift);
}

function parentScore(
  schema: Schema,
  parent: Section | undefined,
  slot: Slot | undefined,
  shift: number,
): number {
  const named = parent ? slotsFor(schema, parent.folded) : [];
  if (!slot) return !parent || (!parent.parent && named.length === 0) ? 1 : 0;
  if (!parent) return 0;
  // Whether it is a section that may have any title, its level tells where its title does not.
  const mayBe = slot.pattern.anyTitle && named.length === 0 && parent.level - shift === slot.level;
  if (mayBe || named.includes(slot)) return 1;
  return parent.parent ? 0.7 * parentScore(schema, parent.parent, slot, shift) : 0;
}
