import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import { expectationOf } from '../template/expectation';
import { placeOf } from '../template/place';
import type { Slot } from '../template/schema';
import { isAddedSince } from '../template/stated-template';
import { anchorFor } from './engine/anchor';
import { isKeptElsewhere } from './engine/metadata-section';
import { defineDocumentRule } from './engine/rule';
import { insertSection } from './engine/section-edits';

export default defineDocumentRule<{ slot: Slot; under: Section | undefined }>({
  id: 'missing-section',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'safe',
  docs: {
    what: 'A top section that the template requires or suggests is not in the document.',
    why: 'Readers look for it where the template puts it, and reviewers cannot judge what is not written.',
    remedy: 'Insert the section and fill it in, or write "Not applicable" and the reason under its heading.',
  },
  check({ alignment, schema, shape, size }, report) {
    for (const { slot, under } of alignment.missing) {
      const expected = expectationOf(slot, schema, size);
      if (slot.parent || (expected !== 'required' && expected !== 'suggested')) continue;
      if (isAddedSince(slot, shape, schema) || isKeptElsewhere(slot, shape, schema)) continue;
      const condition = slot.condition ? ` ${slot.condition}` : '';
      report({
        at: anchorFor(placeOf(alignment, slot, under)),
        message:
          expected === 'required'
            ? t(
                'The section "{0}" is missing; the template "{1}" requires it{2}. Insert it, or give it the heading with "Not applicable" and the reason.',
                slot.title,
                schema.name,
                condition,
              )
            : t(
                'The section "{0}" is missing; the template "{1}" suggests it{2}. Insert it, or give it the heading with "Not applicable" and the reason.',
                slot.title,
                schema.name,
                condition,
              ),
        atMost: expected === 'suggested' ? 'info' : undefined,
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
