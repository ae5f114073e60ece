import type { Section } from '../model/section';
import { assignSlots, levelShift, slotsFor, slotsLike } from './candidates';
import { longestIncreasing } from './increasing';
import type { Schema, Slot } from './schema';

/** A slot without a section, under a section that is there. */
export interface MissingSlot {
  readonly slot: Slot;
  /** The section it belongs under; undefined for a top slot. */
  readonly under: Section | undefined;
}

/** A section with the slot that it fills or resembles. */
export interface SlotSection {
  readonly section: Section;
  readonly slot: Slot;
}

/** A section in another place than its slot's. */
export interface Misplaced extends SlotSection {
  /** The section that it belongs under; undefined for a top slot. */
  readonly under: Section | undefined;
}

/** A section at another level than its slot's. */
export interface WrongLevel extends SlotSection {
  /** The level that it should have, 1 to 6. */
  readonly expected: number;
}

/** The sections of a document aligned with the slots of a schema; free of positions. */
export interface Alignment {
  readonly schema: Schema;
  /** The section that is the document's title. */
  readonly title: Section | undefined;
  /** The slot of each section by ordinal; undefined for the author's own sections. */
  readonly slots: readonly (Slot | undefined)[];
  /** The sections of each slot, in document order. */
  readonly instances: ReadonlyMap<Slot, readonly Section[]>;
  /** The nearest section above each one that has a slot, by ordinal, as the template nests them. */
  readonly parents: readonly (Section | undefined)[];
  /** By how many levels the whole document stands deeper than the template. */
  readonly shift: number;
  /** In template order; repeated slots are not among them. */
  readonly missing: readonly MissingSlot[];
  readonly misplaced: readonly Misplaced[];
  readonly wrongLevels: readonly WrongLevel[];
  readonly nearMisses: readonly SlotSection[];
}

/** Aligns the sections of a document with a schema. One missing, moved or mislevelled section is one finding. */
export function align(sections: readonly Section[], schema: Schema): Alignment {
  const title = findTitle(sections, schema);
  const body = title ? sections.filter((section) => section !== title) : sections;
  const shift = levelShift(schema, body);
  const assigned = assignSlots(schema, body, shift);
  fillByPlace(schema, body, shift, assigned);
  const parents = nest(sections, shift, assigned);
  const slots = sections.map((section) => assigned.get(section));
  const instances = new Map<Slot, Section[]>();
  for (const section of body) {
    const slot = assigned.get(section);
    if (slot) pushTo(instances, slot, section);
  }
  const misplaced = findMisplaced(schema, body, assigned, parents, instances);
  const moved = new Map(misplaced.map(({ section, under }) => [section, under]));
  // What has strayed from a section is not missing there as well.
  const homes = sections.map((section) =>
    moved.has(section) ? moved.get(section) : parents[section.ordinal],
  );
  const absent = findMissing(schema, instances, homes);
  const { nearMisses, resembled } = findNearMisses(schema, body, absent, assigned, parents);
  const missing = absent.filter((gap) => !resembled.has(gap));
  const wrongLevels = findWrongLevels(body, assigned, parents, shift, moved);
  if (title) slots[title.ordinal] = schema.title;
  return { schema, title, slots, instances, parents, shift, missing, misplaced, wrongLevels, nearMisses };
}

/**
 * The first heading, where none stands above it: the only one of its level, or one beside others that is not itself a
 * section of the template.
 */
function findTitle(sections: readonly Section[], schema: Schema): Section | undefined {
  const [first, ...others] = sections;
  if (!schema.title || !first || others.some(({ level }) => level < first.level)) return undefined;
  const named = slotsFor(schema, first.folded);
  if (named.length === 0) return first;
  const isAlone = others.every(({ level }) => level > first.level);
  return isAlone && named.every((slot) => first.level < slot.level && !isInUse(slot)) ? first : undefined;

  /** Whether the others are the subsections of this slot, which then is a section that came out too high. */
  function isInUse(slot: Slot): boolean {
    const fitting = others.flatMap(({ folded }) => slotsFor(schema, folded));
    return fitting.length > 0 && fitting.every(({ parent }) => parent === slot);
  }
}

/** Gives the slots whose title may be anything to the sections that stand in their place. */
function fillByPlace(
  schema: Schema,
  sections: readonly Section[],
  shift: number,
  assigned: Map<Section, Slot>,
): void {
  for (const slot of schema.allSlots) {
    if (!slot.pattern.anyTitle) continue;
    for (const section of sections) {
      if (assigned.has(section) || section.level - shift !== slot.level) continue;
      const parent = section.parent && assigned.get(section.parent);
      if (parent === slot.parent) assigned.set(section, slot);
    }
  }
}

/**
 * Nests sections by the levels of their slots, so that a wrong level does not also look like a wrong place. A section of
 * the author's own is as deep below the section above it as its heading is, whatever the level of that one.
 */
function nest(
  sections: readonly Section[],
  shift: number,
  assigned: ReadonlyMap<Section, Slot>,
): (Section | undefined)[] {
  const open: { section: Section; level: number }[] = [];
  const levelOf = (section: Section) => {
    const slot = assigned.get(section);
    if (slot) return slot.level;
    const above = section.parent && open.findLast((candidate) => candidate.section === section.parent);
    return above ? above.level + section.level - above.section.level : section.level - shift;
  };
  return sections.map((section) => {
    const level = levelOf(section);
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const parent = open.findLast((candidate) => assigned.has(candidate.section))?.section;
    open.push({ section, level });
    return parent;
  });
}

/** @param homes the section that each belongs under, by ordinal */
function findMissing(
  schema: Schema,
  instances: ReadonlyMap<Slot, readonly Section[]>,
  homes: readonly (Section | undefined)[],
): MissingSlot[] {
  const missing: MissingSlot[] = [];
  for (const slot of schema.allSlots) {
    if (slot.repeat) continue;
    const present = instances.get(slot) ?? [];
    if (!slot.parent) {
      if (present.length === 0) missing.push({ slot, under: undefined });
      continue;
    }
    const having = new Set(present.map(({ ordinal }) => homes[ordinal]));
    for (const under of instances.get(slot.parent) ?? []) {
      if (!having.has(under)) missing.push({ slot, under });
    }
  }
  return missing;
}

/** Pairs headings without a slot with missing slots that they resemble, the most alike first. */
function findNearMisses(
  schema: Schema,
  sections: readonly Section[],
  missing: readonly MissingSlot[],
  assigned: ReadonlyMap<Section, Slot>,
  parents: readonly (Section | undefined)[],
): { nearMisses: SlotSection[]; resembled: ReadonlySet<MissingSlot> } {
  const gaps = new Map<Slot, Map<Section | undefined, MissingSlot>>();
  for (const gap of missing) {
    const known = gaps.get(gap.slot);
    if (known) known.set(gap.under, gap);
    else gaps.set(gap.slot, new Map([[gap.under, gap]]));
  }
  const pairs: (SlotSection & { gap: MissingSlot; score: number })[] = [];
  for (const section of gaps.size > 0 ? sections : []) {
    if (assigned.has(section)) continue;
    for (const { slot, score } of slotsLike(schema, section.folded)) {
      const gap = gaps.get(slot)?.get(parents[section.ordinal]);
      if (gap) pairs.push({ section, slot, gap, score });
    }
  }
  // The sort is stable: of those as much alike, the first in the document comes first.
  pairs.sort((a, b) => b.score - a.score);
  const used = new Set<Section>();
  const resembled = new Set<MissingSlot>();
  const nearMisses: SlotSection[] = [];
  for (const { section, slot, gap } of pairs) {
    if (used.has(section) || resembled.has(gap)) continue;
    used.add(section);
    resembled.add(gap);
    nearMisses.push({ section, slot });
  }
  return { nearMisses, resembled };
}

function findMisplaced(
  schema: Schema,
  sections: readonly Section[],
  assigned: ReadonlyMap<Section, Slot>,
  parents: readonly (Section | undefined)[],
  instances: ReadonlyMap<Slot, readonly Section[]>,
): Misplaced[] {
  const misplaced: Misplaced[] = [];
  const siblings = new Map<Section | undefined, Misplaced[]>();
  const taken = new Map<Slot, Set<Section | undefined>>();
  for (const section of sections) {
    const slot = assigned.get(section);
    if (!slot) continue;
    const under = parents[section.ordinal];
    const parentSlot = under && assigned.get(under);
    if (parentSlot === slot.parent) {
      if (!slot.scattered) pushTo(siblings, under, { section, slot, under });
    } else {
      const home = slot.parent && homeFor(section, slot, instances.get(slot.parent) ?? []);
      if (home) misplaced.push({ section, slot, under: home });
    }
  }
  if (!schema.orderIsFree) {
    for (const group of siblings.values()) {
      const inOrder = longestIncreasing(group.map(({ slot }) => slot.order));
      misplaced.push(...group.filter((_, index) => !inOrder.has(index)));
    }
  }
  return misplaced.sort((a, b) => a.section.ordinal - b.section.ordinal);

  /** Of the sections that it could belong under: one that has no such section yet, the nearest before it first. */
  function homeFor(section: Section, slot: Slot, homes: readonly Section[]): Section | undefined {
    let having = taken.get(slot);
    if (!having) {
      having = new Set(instances.get(slot)!.map(({ ordinal }) => parents[ordinal]));
      taken.set(slot, having);
    }
    const isFree = (home: Section) => !having.has(home);
    const isBefore = ({ ordinal }: Section) => ordinal < section.ordinal;
    const home =
      homes.findLast((candidate) => isBefore(candidate) && isFree(candidate)) ??
      homes.find(isFree) ??
      homes.findLast(isBefore) ??
      homes[0];
    having.add(home);
    return home;
  }
}

/** A section whose parent is off by as much is not reported again: it moves with its parent. */
function findWrongLevels(
  sections: readonly Section[],
  assigned: ReadonlyMap<Section, Slot>,
  parents: readonly (Section | undefined)[],
  shift: number,
  moved: ReadonlyMap<Section, unknown>,
): WrongLevel[] {
  const offset = (section: Section | undefined) => {
    const slot = section && assigned.get(section);
    return slot ? section.level - shift - slot.level : 0;
  };
  return sections.flatMap((section) => {
    const slot = assigned.get(section);
    if (!slot || moved.has(section) || offset(section) === 0) return [];
    const parent = parents[section.ordinal];
    if (offset(section) === offset(parent) || (parent && moved.has(parent))) return [];
    return [{ section, slot, expected: Math.min(6, Math.max(1, slot.level + shift)) }];
  });
}

function pushTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
