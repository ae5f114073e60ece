import { t } from '@vscode/l10n';
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
      const { slot, under } = lacking;
      if (isAddedSince(slot, shape, schema) || (under && isLeftEmpty(under, context))) continue;
      report({
        at: anchorFor(placeOf(alignment, slot, under)),
        message: messageOf(lacking, schema.name),
        slot,
        data: lacking,
      });
    }
  },
  fixes({ spec }, lacking) {
    const edit = insertInstance(spec, lacking);
    return edit ? [{ title: t('Insert a section "{0}"', lacking.slot.title), edits: [edit] }] : [];
  },
});

function messageOf({ slot: { title, minimum }, under, present }: LackingSlot, template: string): string {
  const count = present.length;
  if (under && count > 0)
    return t(
      '"{0}" has {1} of the sections "{2}"; the template "{3}" asks for {4} at least. Insert one.',
      under.title,
      count,
      title,
      template,
      minimum,
    );
  if (count > 0)
    return t(
      'This document has {0} of the sections "{1}"; the template "{2}" asks for {3} at least. Insert one.',
      count,
      title,
      template,
      minimum,
    );
  if (under)
    return minimum === 1
      ? t(
          '"{0}" has no section "{1}"; the template "{2}" asks for one at least. Insert one, or say under "{0}" why there is none.',
          under.title,
          title,
          template,
        )
      : t(
          '"{0}" has no section "{1}"; the template "{2}" asks for {3} at least. Insert one, or say under "{0}" why there is none.',
          under.title,
          title,
          template,
          minimum,
        );
  return minimum === 1
    ? t(
        'This document has no section "{0}"; the template "{1}" asks for one at least. Insert one.',
        title,
        template,
      )
    : t(
        'This document has no section "{0}"; the template "{1}" asks for {2} at least. Insert one.',
        title,
        template,
        minimum,
      );
}
