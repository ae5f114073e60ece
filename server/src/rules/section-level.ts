import { t } from '@vscode/l10n';
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
        message: shiftMessage(shift),
        slot: slots[first],
        data: { expected },
      });
    }
    for (const { section, slot, expected } of alignment.wrongLevels) {
      report({
        at: { section },
        message: t(
          '"{0}" is a heading of level {1} and belongs at level {2}, so outlines nest it wrongly. Change its level, with all that is in it.',
          section.title,
          section.level,
          expected,
        ),
        slot,
        data: { section, expected },
      });
    }
  },
  fixes({ spec }, { section, expected }) {
    if (!section) return [{ title: t('Change the level of all headings'), edits: relevelDocument(spec) }];
    return [
      {
        title: t('Make "{0}" a heading of level {1}', section.title, expected),
        edits: relevelSection(spec, section, expected),
      },
    ];
  },
});

/** @param shift how many levels deeper all headings are than in the template; less than 0 where they are higher */
function shiftMessage(shift: number): string {
  if (shift === 1)
    return t(
      "The headings of this document are 1 level too deep, so they do not nest as the template's do. Change them all at once.",
    );
  if (shift === -1)
    return t(
      "The headings of this document are 1 level too high, so they do not nest as the template's do. Change them all at once.",
    );
  return shift > 0
    ? t(
        "The headings of this document are {0} levels too deep, so they do not nest as the template's do. Change them all at once.",
        shift,
      )
    : t(
        "The headings of this document are {0} levels too high, so they do not nest as the template's do. Change them all at once.",
        -shift,
      );
}
