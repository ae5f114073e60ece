import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import { slotsFor } from '../template/candidates';
import type { Slot } from '../template/schema';
import { defineDocumentRule, type DocumentContext } from './engine/rule';

export default defineDocumentRule<undefined>({
  id: 'duplicate-section',
  severity: { draft: 'warning', review: 'warning', approved: 'error' },
  fix: 'none',
  docs: {
    what: 'A section that the template has once stands twice in one place.',
    why: 'Readers stop at the first one and miss what the other says, and sooner or later the two disagree.',
    remedy: 'Bring the two together, or give one a title of its own.',
  },
  check(context, report) {
    const firsts = new Map<string, Section>();
    for (const section of context.shape.sections) {
      const slot = singleSlotOf(section, context);
      if (!slot) continue;
      const place = `${slot.order} in ${placeOf(section, context)}`;
      const first = firsts.get(place);
      if (!first) {
        firsts.set(place, section);
        continue;
      }
      const isSame = first.folded === section.folded;
      report({
        at: { section },
        message: isSame
          ? t(
              '"{0}" stands here a second time; the template has it once, and readers stop at the first one. Bring the two together, or give one a title of its own.',
              section.title,
            )
          : t(
              '"{0}" is the section "{1}" under another title; the template has it once, and readers stop at the first one. Bring the two together, or give one a title of its own.',
              section.title,
              first.title,
            ),
        // Two titles for one section may still be meant as two sections.
        atMost: isSame ? undefined : 'info',
        slot,
        related: [{ at: { section: first }, message: t('The first one') }],
        data: undefined,
      });
    }
  },
});

/** The slot that a section has or, where that is taken, would have by its title; undefined where it may stand several times. */
function singleSlotOf(section: Section, context: DocumentContext): Slot | undefined {
  const { alignment, schema } = context;
  if (section === alignment.title) return undefined;
  const assigned = alignment.slots[section.ordinal];
  if (assigned) return assigned.repeat ? undefined : assigned;
  return slotsFor(schema, section.folded).find(
    (slot) =>
      !slot.repeat &&
      slot.pattern.expression === undefined &&
      alignment.instances.get(slot)?.some((taken) => placeOf(taken, context) === placeOf(section, context)),
  );
}

/** What two sections have in common at one level under one heading, which is the author's own or one of the template. */
function placeOf({ level, ordinal, parent }: Section, { alignment }: DocumentContext): string {
  return [level, parent?.ordinal, alignment.parents[ordinal]?.ordinal].join(' ');
}
