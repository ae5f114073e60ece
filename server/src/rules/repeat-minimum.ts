import { placeOf } from '../template/place';
import { isAddedSince } from '../template/stated-template';
import { anchorFor } from './engine/anchor';
import { insertInstance } from './engine/insert-instance';
import { lackingInstances, type LackingSlot } from './engine/lacking-instances';
import { isLeftEmpty } from './engine/left-empty';
import { defineDocumentRule } from './engine/rule';

export default defineDocumentRule<LackingSlot>({
  id: 'repeat-minimum',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'safe',
  docs: {
    what: 'A section that the template repeats, such as a phase, is not there once, or not as often as the template says.',
    why: 'Its heading promises what nobody has written, and the other sections build on it.',
    remedy:
      'Insert one and fill it in, or answer under the heading above in words: a table, or "Not applicable" and the reason. A template may ask for more or for none with `minimum` in its settings.',
  },
  check(context, report) {
    const { alignment, shape, schema } = context;
    for (const lacking of lackingInstances(context)) {
      const { slot, under, present } = lacking;
      if (isAddedSince(slot, shape, schema) || (under && isLeftEmpty(under, context))) continue;
      const place = under ? `"${under.title}"` : 'This document';
      const asked = slot.minimum === 1 ? 'one at least' : `${slot.minimum} at least`;
      const has = present.length === 0 ? 'has no section' : `has ${present.length} of the sections`;
      report({
        at: anchorFor(placeOf(alignment, slot, under)),
        message: `${place} ${has} "${slot.title}"; the template "${schema.name}" asks for ${asked}. Insert one${under && present.length === 0 ? `, or say under "${under.title}" why there is none` : ''}.`,
        slot,
        data: lacking,
      });
    }
  },
  fixes({ spec }, lacking) {
    const edit = insertInstance(spec, lacking);
    return edit ? [{ title: `Insert a section "${lacking.slot.title}"`, edits: [edit] }] : [];
  },
});
