import { t } from '@vscode/l10n';
import type { Section } from '../../model/section';
import { expectationOf } from '../../template/expectation';
import type { Phase } from '../../template/phase';
import type { Slot } from '../../template/schema';
import type { Spec } from '../../workspace/spec';
import { absentSections } from '../../rules/engine/absent-sections';
import { isAt } from '../../text/span';
import { sectionAtOffset } from '../../model/section-at';
import { PLACEHOLDER_RULES, sectionState } from '../section-state';
import { templateDescription } from '../template-description';
import { guidanceOf } from './guidance';
import type { Hover, HoverContext } from './hover-context';
import { sentence, type HoverBlock, type Inline } from './hover-text';
import { expectationText } from './expectation-text';
import { sectionNeeds } from './section-needs';

/** A heading: what its section is for, what it needs, and how far it has come. */
export function hoverSection(context: HoverContext): Hover | undefined {
  const { spec, offset } = context;
  const { model, alignment } = spec;
  const section = sectionAtOffset(model, offset);
  if (!section || !isAt(model.headingSpan(section), offset)) return undefined;
  const span = model.headingSpan(section);
  if (section === alignment.title) return { span, blocks: aboutDocument(context) };
  const slot = alignment.slots[section.ordinal];
  if (!slot) return aboutLikeness(spec, section, span);
  const needs = sectionNeeds(spec, section, slot);
  const state = stateText(context, section);
  return {
    span,
    blocks: [
      [{ bold: slot.title }, ` – ${demand(spec, section, slot)}`],
      ...guidanceOf(slot),
      ...(needs.length > 0 ? [[{ bold: t('Needs:') }], { items: needs }] : []),
      ...(state === undefined ? [] : [[{ bold: t('State:') }, ` ${state}.`]]),
    ],
  };
}

/** Whether the section must be there; of a repeated one, how many there are and must be. */
function demand({ alignment, schema, size }: Spec, section: Section, slot: Slot): string {
  if (!slot.repeat) return expectationText(expectationOf(slot, schema, size), slot, size);
  const { parents, instances } = alignment;
  const siblings = (instances.get(slot) ?? []).filter(
    ({ ordinal }) => parents[ordinal] === parents[section.ordinal],
  );
  const [number, count] = [siblings.indexOf(section) + 1, siblings.length];
  return slot.minimum > 0
    ? t('number {0} of {1}, {2} required at least', number, count, slot.minimum)
    : t('number {0} of {1}, as many as you need', number, count);
}

function aboutDocument(context: HoverContext): HoverBlock[] {
  const { schema, size, phase, alignment } = context.spec;
  const about: Inline[] = [
    { bold: schema.name },
    schema.description === '' ? '' : ` – ${templateDescription(schema)}`,
  ];
  const waiting = openPlaceholders(context, alignment.title!);
  const sentences = [
    phaseText(phase),
    ...(size ? [t('The project is {0}.', size)] : []),
    ...(waiting === 0 ? [] : [`${leftToFillIn(waiting)}.`]),
  ];
  return [about, [sentences.join(' ')]];
}

function phaseText(phase: Phase): string {
  switch (phase) {
    case 'draft':
      return t('Counts as a draft: what is missing is only pointed out.');
    case 'review':
      return t('Counts as in review: what is missing counts as a warning.');
    case 'approved':
      return t('Counts as approved: what is missing counts as an error.');
  }
}

function aboutLikeness({ alignment }: HoverContext['spec'], section: Section, span: Hover['span']) {
  const near = alignment.nearMisses.find((each) => each.section === section);
  if (!near) return undefined;
  const blocks: HoverBlock[] = [
    sentence(t('Reads like {0}, which the template has and this document has not.'), {
      bold: near.slot.title,
    }),
    ...guidanceOf(near.slot),
  ];
  return { span, blocks };
}

/** Undefined for a section that holds nothing but others, which have states of their own. */
function stateText(context: HoverContext, section: Section): string | undefined {
  const { model } = context.spec;
  const { shape } = model;
  const part = section.ordinal + 1;
  const open = openPlaceholders(context, section);
  if (open > 0) return leftToFillIn(open);
  const gaps = absentSections({ ...context.spec, shape }).missing.filter(({ under }) => under === section);
  if (gaps.length > 0)
    return gaps.length === 1 ? t('1 section not there yet') : t('{0} sections not there yet', gaps.length);
  if (shape.explainedAway[part]) return t('said not to apply, with a reason');
  if (shape.dismissals[part] === 'open') return t('put off');
  if (shape.dismissals[part]) return t('waved away in a word');
  if (context.spec.guidanceLeft[section.ordinal]) return t("empty but for the template's guidance");
  if (sectionState(context.spec, section, 0) === 'empty') return t('empty');
  return shape.hasContent[part] ? t('filled in') : undefined;
}

function leftToFillIn(count: number): string {
  return count === 1 ? t('1 placeholder left to fill in') : t('{0} placeholders left to fill in', count);
}

/** How many placeholders stand in a section and all below it. */
function openPlaceholders({ spec, problems }: HoverContext, section: Section): number {
  const { start, end } = spec.model.sectionSpan(section);
  return problems.filter(
    ({ rule, span }) => PLACEHOLDER_RULES.has(rule.id) && start <= span.start && span.start < end,
  ).length;
}
