import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import { expectationOf } from '../template/expectation';
import { placeOf } from '../template/place';
import type { Slot } from '../template/schema';
import { anchorFor } from './engine/anchor';
import { defineDocumentRule } from './engine/rule';
import { insertSection } from './engine/section-edits';

export default defineDocumentRule<{ slot: Slot; under: Section | undefined }>({
  id: 'missing-optional-section',
  severity: { draft: 'off', review: 'hint', approved: 'hint' },
  fix: 'safe',
  docs: {
    what: 'A section that the template calls optional is not in the document, although the template recommends it for a project of this size. The size is stated by the setting `specwright.projectSize`, by `specwright: { size: large }` in the front matter, or by a comment `<!-- specwright-size large -->`.',
    why: 'What may be left out of a spec for a few days of work is missed in one for months.',
    remedy: 'Insert the section, or state another size.',
  },
  check({ alignment, schema, size }, report) {
    for (const { slot, under } of alignment.missing) {
      if (expectationOf(slot, schema, size) !== 'recommended') continue;
      const condition = slot.condition ? ` ${slot.condition}` : '';
      report({
        at: anchorFor(placeOf(alignment, slot, under)),
        message: t(
          'The template "{0}" recommends the section "{1}"{2} in a {3} project, and it is not here. Insert it, or leave it out if it has nothing to say.',
          schema.name,
          slot.title,
          condition,
          size ?? '',
        ),
        slot,
        data: { slot, under },
      });
    }
  },
  fixes({ spec }, { slot, under }) {
    const edit = insertSection(spec, slot, under);
    return edit ? [{ title: t('Insert section "{0}"', slot.title), edits: [edit] }] : [];
  },
});
