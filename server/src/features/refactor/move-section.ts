import { t } from '@vscode/l10n';
import type { Section } from '../../model/section';
import { isInSecondParent } from '../../rules/engine/second-parent';
import { moveSection as moveToPlace } from '../../rules/engine/section-edits';
import { placeOf } from '../../template/place';
import type { Spec } from '../../workspace/spec';
import { exchange, stretchOf } from './exchange-sections';
import { sectionAt } from './place';
import { isAsGood, realigned, withNested } from './realign';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';
import { linksTellByOrder } from './repeated-anchors';
import { canRestructure, isSelfContained } from './self-contained';

const kind = 'refactor.move.section';

/** Moves a section, with all in it, up or down among its siblings, or to the place that the template has for it. */
export const moveSection: RefactoringProvider = { kind, offer };

function offer(context: RefactorContext): Refactoring[] {
  const { spec } = context;
  const section = sectionAt(context);
  if (!section || !isMovable(spec, section) || !canRestructure(spec)) return [];
  if (linksTellByOrder(spec.model, withNested(spec.model, [section]))) return [];
  const siblings = siblingsOf(spec, section);
  const at = siblings.indexOf(section);
  const [above, below] = [siblings[at - 1], siblings[at + 1]];
  return [
    ...(above ? offerExchange(spec, { section, above, below: section }) : []),
    ...(below ? offerExchange(spec, { section, above: section, below }) : []),
    ...offerPlace(spec, section),
  ];
}

/** Whether a section may stand elsewhere: the title and the metadata are where they are looked for. */
export function isMovable({ model, alignment }: Spec, section: Section): boolean {
  return section !== alignment.title && section.ordinal >= model.metadataEnd;
}

/** The sections that a section may change places with, by the levels of their headings, and itself. */
export function siblingsOf(spec: Spec, section: Section): Section[] {
  const { sections } = spec.model.shape;
  const all = section.parent?.children ?? sections.filter(({ parent }) => !parent);
  return all.filter((sibling) => isMovable(spec, sibling));
}

function offerExchange(
  spec: Spec,
  { section, above, below }: { section: Section; above: Section; below: Section },
): Refactoring[] {
  const { model, alignment, phase } = spec;
  const { sections } = model.shape;
  const moved = withNested(model, [below, above]);
  const [first, last] = [above.ordinal, above.ordinal + moved.length];
  // A section of another level between the two would end up in the other one.
  if (sections[last - 1] !== withNested(model, [below]).at(-1)) return [];
  const order = [...sections.slice(0, first), ...moved, ...sections.slice(last)];
  const after = realigned(
    spec,
    order.map((each) => ({ section: each, level: each.level })),
  );
  if (!isAsGood(after, alignment) || above.level !== below.level) return [];
  // An approved document has its sections in the order that its readers know.
  if (phase === 'approved' && after.misplaced.length > alignment.misplaced.length) return [];
  const [upper, lower] = [stretchOf(model, above), stretchOf(model, below)];
  if (!isSelfContained(model, upper) || !isSelfContained(model, lower)) return [];
  const isUp = section === below;
  const title = isUp
    ? t('Move "{0}" up, above "{1}"', section.title, above.title)
    : t('Move "{0}" down, below "{1}"', section.title, below.title);
  return [
    {
      title,
      kind: `${kind}.${isUp ? 'up' : 'down'}`,
      edits: exchange(model, upper, lower, isUp ? 'lower' : 'upper'),
    },
  ];
}

/** The place in the template, where the section is in another. */
function offerPlace(spec: Spec, section: Section): Refactoring[] {
  const { model, alignment } = spec;
  const misplaced = alignment.misplaced.find((each) => each.section === section);
  if (!misplaced || isInSecondParent(misplaced, alignment)) return [];
  if (!isSelfContained(model, stretchOf(model, section))) return [];
  return [
    {
      title: placeTitle(section, placeOf(alignment, misplaced.slot, misplaced.under)),
      kind: `${kind}.place`,
      edits: moveToPlace(spec, misplaced),
    },
  ];
}

function placeTitle({ title }: Section, { after, before, under }: ReturnType<typeof placeOf>): string {
  if (after) return t('Move "{0}" to its place, below "{1}"', title, after.title);
  if (before) return t('Move "{0}" to its place, above "{1}"', title, before.title);
  return under
    ? t('Move "{0}" to its place, under "{1}"', title, under.title)
    : t('Move "{0}" to its place', title);
}
