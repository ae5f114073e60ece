import type { Section } from '../../model/section';
import { expectationOf } from '../../template/expectation';
import type { Slot } from '../../template/schema';
import type { Spec } from '../../workspace/spec';
import { absentSections } from '../../rules/engine/absent-sections';
import { isAt } from '../../text/span';
import { sectionAtOffset } from '../../model/section-at';
import { PLACEHOLDER_RULES, sectionState } from '../section-state';
import { guidanceOf } from './guidance';
import type { Hover, HoverContext } from './hover-context';
import type { HoverBlock, Inline } from './hover-text';
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
      ...(needs.length > 0 ? [[{ bold: 'Needs:' }], { items: needs }] : []),
      ...(state === undefined ? [] : [[{ bold: 'State:' }, ` ${state}.`]]),
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
  const place = `number ${siblings.indexOf(section) + 1} of ${siblings.length}`;
  return slot.minimum > 0 ? `${place}, ${slot.minimum} required at least` : `${place}, as many as you need`;
}

function aboutDocument(context: HoverContext): HoverBlock[] {
  const { schema, size, phase, alignment } = context.spec;
  const about: Inline[] = [
    { bold: schema.name },
    schema.description === '' ? '' : ` – ${schema.description}`,
  ];
  const words = PHASES[phase] + (size ? ` The project is ${size}.` : '');
  const waiting = openPlaceholders(context, alignment.title!);
  return [about, [waiting === undefined ? words : `${words} ${waiting} left to fill in.`]];
}

const PHASES = {
  draft: 'Counts as a draft: what is missing is only pointed out.',
  review: 'Counts as in review: what is missing counts as a warning.',
  approved: 'Counts as approved: what is missing counts as an error.',
} as const;

function aboutLikeness({ alignment }: HoverContext['spec'], section: Section, span: Hover['span']) {
  const near = alignment.nearMisses.find((each) => each.section === section);
  if (!near) return undefined;
  const blocks: HoverBlock[] = [
    ['Reads like ', { bold: near.slot.title }, ', which the template has and this document has not.'],
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
  if (open) return `${open} left to fill in`;
  const gaps = absentSections({ ...context.spec, shape }).missing.filter(({ under }) => under === section);
  if (gaps.length > 0) return `${gaps.length} ${gaps.length === 1 ? 'section' : 'sections'} not there yet`;
  if (shape.explainedAway[part]) return 'said not to apply, with a reason';
  if (shape.dismissals[part] === 'open') return 'put off';
  if (shape.dismissals[part]) return 'waved away in a word';
  if (context.spec.guidanceLeft[section.ordinal]) return "empty but for the template's guidance";
  if (sectionState(context.spec, section, 0) === 'empty') return 'empty';
  return shape.hasContent[part] ? 'filled in' : undefined;
}

/** `3 placeholders` in a section and all below it; undefined where there is none. */
function openPlaceholders({ spec, problems }: HoverContext, section: Section): string | undefined {
  const { start, end } = spec.model.sectionSpan(section);
  const count = problems.filter(
    ({ rule, span }) => PLACEHOLDER_RULES.has(rule.id) && start <= span.start && span.start < end,
  ).length;
  return count === 0 ? undefined : `${count} ${count === 1 ? 'placeholder' : 'placeholders'}`;
}
