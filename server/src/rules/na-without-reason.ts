import { t } from '@vscode/l10n';
import { dismissalDigest } from '../model/digest';
import { dismissalOfItem } from '../model/labelled-answer';
import type { Section } from '../model/section';
import { closingRule } from '../template/root-blocks';
import type { Slot } from '../template/schema';
import { defineContentRule, type ContentContext } from './engine/rule';
import { isOfSecurity, securityWavedAway } from './engine/security';
import { titleOf } from './engine/slot-title';

/** A template that tells its authors to write no more than that. */
const ALLOWS = /\b(?:write|put|enter|state|say|use|with|or)\s+(?:just\s+)?["'“`]?(?:n\/a|not applicable)\b/iu;
const ASKS_WHY = /\b(?:reason|why|because|explain|explanation|justif\w+)\b/iu;

/** Lists in which "N/A" says that there is nothing to list. */
const LISTS =
  /\b(?:questions?|references?|future|related|glossary|appendi(?:x|ces)|notes?|acknowledge?ments|dependents|links|out of scope|non goals)\b/u;

/** What waves itself away: a section, or an item by its index in the list of items. */
type Data = { readonly section: Section } | { readonly item: number };

export default defineContentRule<Data, 'items'>({
  id: 'na-without-reason',
  severity: { draft: 'hint', review: 'info', approved: 'warning' },
  fix: 'unsafe',
  waitsForLine: true,
  reads: ['items'],
  docs: {
    what: 'A section of the template says "N/A" or "Not applicable" and nothing else; in sections on security, a labelled item.',
    why: 'A reviewer can neither agree nor object, and the next author does not know when it will apply.',
    remedy:
      'Add the reason: "Not applicable: the service stores nothing". Security as a whole has a rule of its own, `security-empty`.',
  },
  check(context, report) {
    const { alignment, shape } = context;
    const owned = new Set(securityWavedAway(context).flatMap(({ parts }) => parts));
    const withChildren = new Set(alignment.parents);
    for (const section of shape.sections) {
      const slot = alignment.slots[section.ordinal];
      if (!slot || slot === alignment.schema.title || owned.has(section)) continue;
      if (section.children.length > 0 || withChildren.has(section)) continue;
      if (shape.dismissals[section.ordinal + 1] !== 'not-applicable' || isAllowed(slot)) continue;
      report({
        at: { section },
        message:
          slot.requirement === 'optional'
            ? t(
                '"{0}" is not applicable, but nothing says why, so a reviewer can neither agree nor object. Add the reason, or remove the section, which is optional.',
                section.title,
              )
            : withoutReason(section.title),
        slot,
        data: { section },
      });
    }
    for (const { index, label, slot } of wavedAwayItems(context)) {
      if (owned.has(shape.sections[context.content.items[index]!.section]!)) continue;
      report({ at: { content: 'items', index }, message: withoutReason(label), slot, data: { item: index } });
    }
  },
  fixes({ spec }, data) {
    const { tree } = spec.model;
    if ('item' in data) {
      const { start, end } = spec.model.contentSpan('items', data.item);
      const answer = /:[\s*_]*([^:]*?)[\s.*_]*$/u.exec(tree.text.slice(start, end));
      if (!answer || dismissalDigest(answer[1]!) === undefined) return [];
      const at = start + answer.index + answer[0].indexOf(answer[1]!);
      const span = { start: at, end: at + answer[1]!.length };
      return [{ title: t('Add a reason'), edits: [{ span, newText: 'Not applicable: [the reason]' }] }];
    }
    const { section } = data;
    const body = spec.model.bodySpan(section);
    const rule = closingRule(tree, body);
    const source = tree.text.slice(body.start, rule?.start ?? body.end);
    const start = body.start + source.length - source.trimStart().length;
    // Where more stands here, such as a comment, what to replace is not certain.
    if (dismissalDigest(source.trim()) === undefined) return [];
    const span = { start, end: start + source.trim().length };
    return [{ title: t('Add a reason'), edits: [{ span, newText: 'Not applicable: [the reason]' }] }];
  },
});

function withoutReason(title: string): string {
  return t(
    '"{0}" is not applicable, but nothing says why, so a reviewer can neither agree nor object. Add the reason.',
    title,
  );
}

/** Whether the template is content with that. */
function isAllowed(slot: Slot): boolean {
  return LISTS.test(titleOf(slot)) || (ALLOWS.test(slot.body) && !ASKS_WHY.test(slot.body));
}

/** The items on security that say "N/A" behind their labels. Where all of a list do, its section is reported. */
function wavedAwayItems({ content, alignment, shape }: ContentContext<'items'>) {
  return content.items.flatMap(({ fact, section }, index) => {
    const slot = alignment.slots[section];
    if (fact.depth > 1 || fact.hasMore || !slot || !isOfSecurity(slot)) return [];
    if (shape.dismissals[section + 1] !== undefined || dismissalOfItem(fact) !== 'not-applicable') return [];
    return [{ index, label: fact.whole.slice(0, fact.whole.indexOf(':')), slot }];
  });
}
