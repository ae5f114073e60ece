import { t } from '@vscode/l10n';
import type { Section } from '../../model/section';
import { setLevel } from '../../rules/engine/section-edits';
import { inOrder, type TextEdit } from '../../text/edit';
import type { Spec } from '../../workspace/spec';
import { exchange, stretchOf } from './exchange-sections';
import { isMovable, siblingsOf } from './move-section';
import { sectionAt } from './place';
import { isAsGood, realigned, withNested, type Replaced } from './realign';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';
import { linksTellByOrder } from './repeated-anchors';
import { canRestructure, isSelfContained } from './self-contained';

const kind = 'refactor.rewrite.level';
const DEEPEST = 6;

/**
 * Moves a section, with all in it, one level out of the section that it is in, or into the one above it. What else there is
 * belongs to whom it did before.
 */
export const changeLevel: RefactoringProvider = { kind, offer };

function offer(context: RefactorContext): Refactoring[] {
  const { spec } = context;
  const section = sectionAt(context);
  if (!section || !canRestructure(spec) || !isMovable(spec, section)) return [];
  return [...promote(spec, section), ...demote(spec, section)];
}

/** Its later siblings would fall to it if they stayed behind it: they stay with their parent. */
function promote(spec: Spec, section: Section): Refactoring[] {
  const { model, alignment } = spec;
  const { parent } = section;
  const level = section.level - 1;
  // Not beside the title, and not to a level between its parent's and its own, which none of its siblings has.
  if (!parent || parent.level !== level || parent === alignment.title) return [];
  if (level === 1 && siblingsOf(spec, parent).length < 2) return [];
  const siblings = siblingsOf(spec, section);
  // A heading with nothing below it would be left behind.
  if (parent.children.length < 2 && !model.shape.hasContent[parent.ordinal + 1]) return [];
  const others = siblings.filter(({ ordinal }) => ordinal > section.ordinal);
  const own = withNested(model, [section]);
  const kept = withNested(model, others);
  const first = section.ordinal;
  const order: Replaced[] = [
    ...asTheyAre(model.shape.sections.slice(0, first)),
    ...asTheyAre(kept),
    ...own.map((each) => ({ section: each, level: each.level - 1 })),
    ...asTheyAre(model.shape.sections.slice(first + own.length + kept.length)),
  ];
  if (!isAllowed(spec, order)) return [];
  const edits = relevel(spec, own, -1);
  if (others.length > 0) {
    const [upper, lower] = [stretchOf(model, section), stretchOf(model, others[0]!, others.at(-1))];
    if (!isSelfContained(model, upper) || !isSelfContained(model, lower) || linksTellByOrder(model, own))
      return [];
    // The section's own text stays, so that its headings can be rewritten in the same edit.
    edits.push(...exchange(model, upper, lower, 'upper'));
  }
  const title = t('Promote "{0}" to level {1}, behind "{2}"', section.title, level, parent.title);
  return [{ title, kind: `${kind}.promote`, edits: inOrder(edits) }];
}

function demote(spec: Spec, section: Section): Refactoring[] {
  const { model } = spec;
  const siblings = siblingsOf(spec, section);
  const above = siblings[siblings.indexOf(section) - 1];
  const own = withNested(model, [section]);
  if (!above || above.level !== section.level || own.some(({ level }) => level >= DEEPEST)) return [];
  const order = model.shape.sections.map((each) => ({
    section: each,
    level: own.includes(each) ? each.level + 1 : each.level,
  }));
  if (!isAllowed(spec, order)) return [];
  const title = t('Demote "{0}" to level {1}, into "{2}"', section.title, section.level + 1, above.title);
  return [{ title, kind: `${kind}.demote`, edits: relevel(spec, own, 1) }];
}

function asTheyAre(sections: readonly Section[]): Replaced[] {
  return sections.map((section) => ({ section, level: section.level }));
}

/** Whether the template is as content with the new outline as with the old one. */
function isAllowed(spec: Spec, order: readonly Replaced[]): boolean {
  const after = realigned(spec, order);
  return isAsGood(after, spec.alignment) && after.misplaced.length <= spec.alignment.misplaced.length;
}

function relevel({ model }: Spec, sections: readonly Section[], delta: number): TextEdit[] {
  return sections.flatMap((section) => setLevel(model, section, section.level + delta));
}
