import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import type { Slot } from '../template/schema';
import { defineDocumentRule } from './engine/rule';

export default defineDocumentRule<{ section: Section; slot: Slot }>({
  id: 'heading-near-miss',
  severity: { draft: 'hint', review: 'hint', approved: 'info' },
  fix: 'unsafe',
  isHeuristic: true,
  waitsForLine: true,
  docs: {
    what: 'A heading resembles a section of the template that is missing: probably the same section, renamed or mistyped.',
    why: 'As it stands it counts as a section of your own, and the one of the template as missing.',
    remedy: 'Give it the title that the template has, or add your title to the aliases in the template.',
  },
  check({ alignment }, report) {
    for (const { section, slot } of alignment.nearMisses) {
      if (slot.requirement === 'optional') continue;
      report({
        at: { section },
        message: t(
          'Is "{0}" the section "{1}"? Under this title readers and tools will not find it. Rename it, or insert "{1}" beside it.',
          section.title,
          slot.title,
        ),
        slot,
        data: { section, slot },
      });
    }
  },
  fixes({ spec }, { section, slot }) {
    return [
      {
        title: t('Rename to "{0}"', slot.title),
        edits: [{ span: spec.model.titleSpan(section), newText: slot.title }],
      },
    ];
  },
});
