import { t } from '@vscode/l10n';
import type { Alignment, Misplaced } from '../template/align';
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
      const { section, slot } = misplaced;
      if (isInSecondParent(misplaced, alignment)) continue;
      report({ at: { section }, message: messageOf(misplaced, alignment), slot, data: misplaced });
    }
  },
  fixes({ spec }, misplaced) {
    return [
      { title: t('Move "{0}" to its place', misplaced.section.title), edits: moveSection(spec, misplaced) },
    ];
  },
});

function messageOf({ section: { title }, slot, under }: Misplaced, alignment: Alignment): string {
  const { after, before } = placeOf(alignment, slot, under);
  if (after)
    return t(
      '"{0}" is out of place: readers of this template look for it after "{1}". Move it there.',
      title,
      after.title,
    );
  if (before)
    return t(
      '"{0}" is out of place: readers of this template look for it before "{1}". Move it there.',
      title,
      before.title,
    );
  const parent = under?.title ?? slot.parent?.title ?? '';
  return t(
    '"{0}" is out of place: readers of this template look for it under "{1}". Move it there.',
    title,
    parent,
  );
}
