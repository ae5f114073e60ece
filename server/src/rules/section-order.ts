import type { Misplaced } from '../template/align';
import { placeOf } from '../template/place';
import { defineDocumentRule } from './engine/rule';
import { isInSecondParent } from './engine/second-parent';
import { moveSection } from './engine/section-edits';

export default defineDocumentRule<Misplaced>({
  id: 'section-order',
  severity: { draft: 'info', review: 'info', approved: 'warning' },
  fix: 'safe',
  docs: {
    what: 'A section of the template stands in another place than in the template.',
    why: 'Readers who know the template find things by their place, and later sections build on earlier ones.',
    remedy: 'Move the section, with all that is in it, to its place.',
  },
  check({ alignment }, report) {
    for (const misplaced of alignment.misplaced) {
      const { section, slot, under } = misplaced;
      if (isInSecondParent(misplaced, alignment)) continue;
      const { after, before } = placeOf(alignment, slot, under, section);
      const place = after
        ? `after "${after.title}"`
        : before
          ? `before "${before.title}"`
          : `under "${under?.title ?? slot.parent?.title}"`;
      report({
        at: { section },
        message: `"${section.title}" is out of place: readers of this template look for it ${place}. Move it there.`,
        slot,
        data: misplaced,
      });
    }
  },
  fixes({ spec }, misplaced) {
    return [{ title: `Move "${misplaced.section.title}" to its place`, edits: moveSection(spec, misplaced) }];
  },
});
