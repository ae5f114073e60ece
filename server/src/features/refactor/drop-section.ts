import { buildSections, type Section } from '../../model/section';
import type { DocumentModel } from '../../model/document-model';
import { setLevel } from '../../rules/engine/section-edits';
import { inOrder, type TextEdit } from '../../text/edit';
import type { Spec } from '../../workspace/spec';
import { editedModel } from './edited-model';
import { exchange, stretchOf } from './exchange-sections';
import { isMovable } from './move-section';
import { isAsGood, realigned, withNested, type Replaced } from './realign';
import { linksTellByOrder } from './repeated-anchors';
import { canRestructure, isSelfContained } from './self-contained';

const DEEPEST = 6;

/**
 * Moves a section, with all in it, to the place of another, which makes room on the side that the section came from; it then
 * has the level of that one. All others stay with the section that they are in.
 * @returns undefined where that cannot be done safely, or would take the document farther from its template
 */
export function dropSection(spec: Spec, section: Section, onto: Section): TextEdit[] | undefined {
  const { model, alignment, phase } = spec;
  if (!canRestructure(spec) || !isMovable(spec, section) || !isMovable(spec, onto)) return undefined;
  const own = withNested(model, [section]);
  if (own.includes(onto)) return undefined;
  const isUp = onto.ordinal < section.ordinal;
  const order = orderAfter(model, own, onto, isUp);
  if (!order || !keepsOthers(model, order, own[0]!, onto)) return undefined;
  const after = realigned(spec, order);
  const strayed = new Set(alignment.misplaced.map((each) => each.section));
  const isOrderly = after.misplaced.every((each) => strayed.has(order[each.section.ordinal]!.section));
  const isAmongSiblings = section.parent === onto.parent;
  if (!isAsGood(after, alignment)) return undefined;
  // The author may order sections otherwise than the template, but for readers who know them; none strays elsewhere.
  if (!isOrderly && (!isAmongSiblings || phase === 'approved')) return undefined;
  const edits = editsFor(model, { section, own, onto, isUp });
  return edits && hasOutline(editedModel(model, edits), order) ? edits : undefined;
}

function orderAfter(
  model: DocumentModel,
  own: readonly Section[],
  onto: Section,
  isUp: boolean,
): Replaced[] | undefined {
  const delta = onto.level - own[0]!.level;
  const moved = own.map((section) => ({ section, level: section.level + delta }));
  if (moved.some(({ level }) => level < 1 || level > DEEPEST)) return undefined;
  const others = model.shape.sections.filter((section) => !own.includes(section));
  const target = isUp ? onto : withNested(model, [onto]).at(-1)!;
  const at = others.indexOf(target) + (isUp ? 0 : 1);
  const asTheyAre = others.map((section) => ({ section, level: section.level }));
  return [...asTheyAre.slice(0, at), ...moved, ...asTheyAre.slice(at)];
}

/** Whether each section stays with its parent, but for the one that moves, which comes under that of its new place. */
function keepsOthers(
  model: DocumentModel,
  order: readonly Replaced[],
  moved: Section,
  onto: Section,
): boolean {
  const headings = order.map(({ section, level }) => ({ ...model.heading(section), level }));
  return buildSections(headings).every(({ parent }, at) => {
    const { section } = order[at]!;
    const expected = section === moved ? onto.parent : section.parent;
    return (parent && order[parent.ordinal]!.section) === expected;
  });
}

function editsFor(
  model: DocumentModel,
  { section, own, onto, isUp }: { section: Section; own: readonly Section[]; onto: Section; isUp: boolean },
): TextEdit[] | undefined {
  const span = stretchOf(model, section);
  const target = stretchOf(model, onto);
  const passed = isUp ? { start: target.start, end: span.start } : { start: span.end, end: target.end };
  if (!isSelfContained(model, span) || !isSelfContained(model, passed) || linksTellByOrder(model, own))
    return undefined;
  const delta = onto.level - section.level;
  // Its own text stays, so that its headings can be rewritten in the same edit.
  const edits = isUp ? exchange(model, passed, span, 'lower') : exchange(model, span, passed, 'upper');
  return inOrder([...edits, ...own.flatMap((each) => setLevel(model, each, each.level + delta))]);
}

/** Whether a document has these sections in this order. */
function hasOutline({ shape: { sections } }: DocumentModel, order: readonly Replaced[]): boolean {
  return (
    sections.length === order.length &&
    sections.every(({ title, level }, at) => order[at]!.section.title === title && order[at]!.level === level)
  );
}
