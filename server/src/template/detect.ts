import type { DocumentShape } from '../model/document-shape';
import { slotsFor } from './candidates';
import type { Schema, Slot } from './schema';

/** A template that a document seems to follow. */
export interface Detection {
  readonly schema: Schema;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** Below this a file is no spec, and nothing is said about it. */
export const DETECTION_THRESHOLD = 0.4;

/** Fewer sections than this in common are chance. */
export const LEAST_IN_COMMON = 3;

/** The template whose outline the document follows best; undefined where none is followed closely enough. */
export function detectTemplate(shape: DocumentShape, schemas: readonly Schema[]): Detection | undefined {
  let best: Detection | undefined;
  for (const schema of schemas) {
    const confidence = confidenceOf(shape, schema);
    if (confidence >= DETECTION_THRESHOLD && confidence > (best?.confidence ?? 0))
      best = { schema, confidence };
  }
  return best;
}

/**
 * How sure it is that a document was written from a template: mostly how much of the template it has, partly how much of
 * the document the template explains, and a little for a title and metadata of the template's form.
 */
export function confidenceOf(shape: DocumentShape, schema: Schema): number {
  const { sections, fields } = shape;
  const present = new Set<Slot>();
  let explained = 0;
  let weight = 0;
  for (const section of sections) {
    const slots = slotsFor(schema, section.folded);
    const slot = slots.find(({ level }) => level === section.level) ?? slots[0];
    // A title is the document's own and says nothing for or against.
    if (!slot && schema.title && section.ordinal === 0 && section.level === 1) continue;
    const worth = worthOf(section.level);
    weight += worth;
    if (!slot) continue;
    explained += worth;
    present.add(slot);
  }
  const distinct = [...present].filter(({ repeat }) => !repeat);
  const { title } = schema;
  const titleFits =
    title?.pattern.anyTitle === false && title.pattern.expression?.test(sections[0]?.folded ?? '');
  const known = new Set(fields.map(({ folded }) => folded));
  const shared = schema.fields.filter(({ folded }) => known.has(folded)).length;
  const hasForm = titleFits === true || shared > 0;
  // A template of one or two sections has too little of its own: half of all READMEs have an overview and a usage.
  const least = hasForm ? Math.min(LEAST_IN_COMMON, schema.allSlots.length) : LEAST_IN_COMMON;
  if (distinct.length < least) return 0;
  const asked = schema.allSlots.filter(({ repeat, requirement }) => !repeat && requirement !== 'optional');
  const coverage =
    (shareOf(asked, present) +
      shareOf(
        asked.filter(({ parent }) => !parent),
        present,
      )) /
    2;
  const purity = weight === 0 ? 0 : explained / weight;
  const metadata = shared / Math.max(schema.fields.length, 1);
  return Math.min(1, 0.6 * coverage + 0.3 * purity + (titleFits ? 0.1 : 0) + 0.1 * metadata);
}

/** How much of the slots is present, from 0 to 1. */
function shareOf(slots: readonly Slot[], present: ReadonlySet<Slot>): number {
  const total = sum(slots.map(({ level }) => worthOf(level)));
  const has = sum(slots.filter((slot) => present.has(slot)).map(({ level }) => worthOf(level)));
  return total === 0 ? 0 : has / total;
}

/** Deep headings say less about what a document is. */
function worthOf(level: number): number {
  return level <= 2 ? 1 : 0.4;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
