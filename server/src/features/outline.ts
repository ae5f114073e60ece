import type { Section } from '../model/section';
import { expectationOf } from '../template/expectation';
import type { Spec } from '../workspace/spec';
import { sectionState, type SectionState } from './section-state';

/** One line of a spec's outline: a section, or a slot that has none. */
export interface OutlineEntry {
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
  /** The line of the heading, from 1; null for a missing section. */
  readonly line: number | null;
  /** The template heading that it answers; null for the author's own. */
  readonly slot: string | null;
  readonly state: SectionState | 'missing';
  /** How many placeholders stand in its own body and heading. */
  readonly placeholders: number;
}

/**
 * The sections of a spec in their order, with what is missing in its place.
 * @param placeholders offsets of the placeholders in the document
 * @param lineAt the line, from 0, of an offset
 */
export function outlineOf(
  spec: Spec,
  placeholders: readonly number[],
  lineAt: (offset: number) => number,
): OutlineEntry[] {
  const { model, alignment } = spec;
  const entries = model.shape.sections.map((section): OutlineEntry => {
    const count = placeholdersIn(section);
    return {
      title: section.title,
      level: section.level,
      line: lineAt(model.headingSpan(section).start) + 1,
      slot: alignment.slots[section.ordinal]?.title ?? null,
      state: sectionState(spec, section, count),
      placeholders: count,
    };
  });
  for (const { slot, under } of [...alignment.missing].reverse()) {
    if (expectationOf(slot, alignment.schema, spec.size) === 'optional') continue;
    const ordinal = positionOf(spec, slot.order, under);
    const level = slot.level + alignment.shift;
    entries.splice(ordinal, 0, {
      title: slot.title,
      level,
      line: null,
      slot: slot.title,
      state: 'missing',
      placeholders: 0,
    });
  }
  return entries;

  function placeholdersIn(section: Section): number {
    const start = model.headingSpan(section).start;
    const { end } = model.bodySpan(section);
    return placeholders.filter((offset) => start <= offset && offset < end).length;
  }
}

/** The ordinal before which a missing slot stands: behind all sections of earlier slots, within its parent. */
function positionOf({ alignment, model }: Spec, order: number, under: Section | undefined): number {
  const { slots } = alignment;
  let position = under ? under.ordinal + 1 : (alignment.title?.ordinal ?? -1) + 1;
  model.shape.sections.forEach(({ ordinal }) => {
    const slot = slots[ordinal];
    if (slot && slot.order >= 0 && slot.order < order && ordinal + 1 > position) position = ordinal + 1;
  });
  return position;
}
