import type { Section } from '../model/section';
import { defineDocumentRule } from './engine/rule';
import { relevelDocument, relevelSection } from './engine/section-edits';

/** Without a section: the whole document is shifted. */
interface Data {
  readonly section?: Section;
  readonly expected: number;
}

export default defineDocumentRule<Data>({
  id: 'section-level',
  severity: { draft: 'warning', review: 'warning', approved: 'error' },
  fix: 'safe',
  docs: {
    what: 'A section has the right title and the wrong depth.',
    why: 'Its heading puts it inside another section, or takes its own subsections out of it, in every outline and table of contents.',
    remedy: 'Change the level of the heading and of all headings in it.',
  },
  check({ alignment }, report) {
    const { shift, slots, title } = alignment;
    const first = alignment.parents.findIndex(
      (parent, ordinal) => !parent && slots[ordinal] && ordinal !== title?.ordinal,
    );
    if (shift !== 0 && first >= 0) {
      const [section] = alignment.instances.get(slots[first]!)!;
      const expected = slots[first]!.level;
      report({
        at: { section: section! },
        message: `The headings of this document are ${Math.abs(shift)} level${Math.abs(shift) > 1 ? 's' : ''} too ${shift > 0 ? 'deep' : 'high'}, so they do not nest as the template's do. Change them all at once.`,
        slot: slots[first],
        data: { expected },
      });
    }
    for (const { section, slot, expected } of alignment.wrongLevels) {
      report({
        at: { section },
        message: `"${section.title}" is a heading of level ${section.level} and belongs at level ${expected}, so outlines nest it wrongly. Change its level, with all that is in it.`,
        slot,
        data: { section, expected },
      });
    }
  },
  fixes({ spec }, { section, expected }) {
    if (!section) return [{ title: 'Change the level of all headings', edits: relevelDocument(spec) }];
    return [
      {
        title: `Make "${section.title}" a heading of level ${expected}`,
        edits: relevelSection(spec, section, expected),
      },
    ];
  },
});
