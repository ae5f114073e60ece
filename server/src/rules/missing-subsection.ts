import { t } from '@vscode/l10n';
import type { DocumentShape } from '../model/document-shape';
import type { Section } from '../model/section';
import { placeOf } from '../template/place';
import type { Slot } from '../template/schema';
import { isAddedSince } from '../template/stated-template';
import { anchorFor } from './engine/anchor';
import { isLeftEmpty } from './engine/left-empty';
import { isRollbackSlot } from './engine/rollback-slot';
import { defineDocumentRule } from './engine/rule';
import { insertSection } from './engine/section-edits';

export default defineDocumentRule<{ slot: Slot; under: Section | undefined }>({
  id: 'missing-subsection',
  severity: { draft: 'hint', review: 'info', approved: 'warning' },
  fix: 'safe',
  docs: {
    what: 'A section is there, and a subsection that the template requires or suggests in it is not.',
    why: 'The part of the question that the subsection stands for stays unanswered, and nobody sees that it does.',
    remedy:
      'Insert the subsection and fill it in, or write "Not applicable" and the reason under its heading.',
  },
  check(context, report) {
    const { alignment, schema, shape } = context;
    for (const { slot, under } of alignment.missing) {
      // A missing rollback has a rule of its own, which is louder.
      if (!slot.parent || slot.requirement === 'optional' || isRollbackSlot(slot)) continue;
      if (isAddedSince(slot, shape, schema)) continue;
      if (under && (isWavedAway(under, shape) || isLeftEmpty(under, context))) continue;
      report({
        at: anchorFor(placeOf(alignment, slot, under)),
        message: t(
          '"{0}" has no subsection "{1}", so that part of the question stays open. Insert it, or give it the heading with "Not applicable" and the reason.',
          under?.title ?? slot.parent.title,
          slot.title,
        ),
        atMost: slot.requirement === 'suggested' ? 'info' : undefined,
        slot,
        data: { slot, under },
      });
    }
  },
  fixes({ spec }, { slot, under }) {
    const edit = insertSection(spec, slot, under);
    return edit ? [{ title: t('Insert subsection "{0}"', slot.title), edits: [edit] }] : [];
  },
});

/** Whether a section does not apply as a whole, with or without a reason; asking for one is another rule's. */
function isWavedAway({ ordinal }: Section, { dismissals, explainedAway }: DocumentShape): boolean {
  const dismissal = dismissals[ordinal + 1];
  return dismissal === 'not-applicable' || dismissal === 'none' || explainedAway[ordinal + 1] === true;
}
