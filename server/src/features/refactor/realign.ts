import type { DocumentModel } from '../../model/document-model';
import { buildSections, type Section } from '../../model/section';
import { align, type Alignment } from '../../template/align';
import type { Spec } from '../../workspace/spec';

/** A section as it is to be after a change of the outline. */
export interface Replaced {
  readonly section: Section;
  /** 1 to 6. */
  readonly level: number;
}

/** The sections that lie in these, by their levels, with them, in document order. */
export function withNested({ shape: { sections } }: DocumentModel, group: readonly Section[]): Section[] {
  return group.flatMap((section) => {
    let end = section.ordinal + 1;
    while (end < sections.length && sections[end]!.level > section.level) end += 1;
    return sections.slice(section.ordinal, end);
  });
}

/** How the document would align with its template if its sections came in this order and at these levels. */
export function realigned({ model, schema }: Spec, sections: readonly Replaced[]): Alignment {
  const headings = sections.map(({ section, level }) => ({ ...model.heading(section), level }));
  return align(buildSections(headings), schema);
}

/**
 * Whether an outline is no farther from the template than another: nothing more is missing or at a wrong level, and the title
 * is the same.
 */
export function isAsGood(after: Alignment, before: Alignment): boolean {
  return (
    after.missing.length <= before.missing.length &&
    after.wrongLevels.length <= before.wrongLevels.length &&
    after.shift === before.shift &&
    after.title?.title === before.title?.title &&
    countOf(after) >= countOf(before)
  );
}

/** How many sections have a slot. */
function countOf({ slots }: Alignment): number {
  return slots.filter((slot) => slot !== undefined).length;
}
