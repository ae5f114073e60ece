import type { HeadingFact } from './heading';

/** A heading of a document with all up to the next heading of its level or above. Position-free: see `DocumentModel`. */
export interface Section {
  /** Its place among the headings of the document, from 0. */
  readonly ordinal: number;
  readonly level: number;
  readonly title: string;
  readonly folded: string;
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
}

/** The sections of a document in their order; each is nested under the nearest one before it with a smaller level. */
export function buildSections(headings: readonly HeadingFact[]): Section[] {
  const open: (Section & { children: Section[] })[] = [];
  return headings.map(({ level, title, folded }, ordinal) => {
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const parent = open.at(-1);
    const section = { ordinal, level, title, folded, parent, children: [] };
    parent?.children.push(section);
    open.push(section);
    return section;
  });
}

/** Whether the sections are those of the headings, so that everything derived from them still holds. */
export function sectionsMatch(sections: readonly Section[], headings: readonly HeadingFact[]): boolean {
  if (sections.length !== headings.length) return false;
  for (let i = 0; i < sections.length; i++) {
    if (sections[i]!.level !== headings[i]!.level || sections[i]!.title !== headings[i]!.title) return false;
  }
  return true;
}
