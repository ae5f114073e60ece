import type { Section } from '../../model/section';
import type { MissingSlot } from '../../template/align';
import type { DocumentContext } from './rule';

/** A repeated slot with fewer sections than the template asks for, under a section that is there. */
export interface LackingSlot extends MissingSlot {
  /** Those that there are, in document order. */
  readonly present: readonly Section[];
}

/**
 * The repeated slots that lack a section, in template order. Where there is none at all, whatever else answers in their
 * place counts: words or a table under the heading above, or sections of the author's own.
 */
export function lackingInstances(
  context: Pick<DocumentContext, 'alignment' | 'shape' | 'guidanceLeft'>,
): LackingSlot[] {
  const { instances, misplaced, parents, schema } = context.alignment;
  const moved = new Set(misplaced.map(({ slot }) => slot));
  const lacking: LackingSlot[] = [];
  let answered: Set<Section | undefined> | undefined;
  for (const slot of schema.allSlots) {
    if (!slot.repeat || slot.minimum === 0 || slot.requirement !== 'required' || moved.has(slot)) continue;
    const byParent = new Map<Section | undefined, Section[]>();
    for (const section of instances.get(slot) ?? []) {
      const parent = parents[section.ordinal];
      const group = byParent.get(parent);
      if (group) group.push(section);
      else byParent.set(parent, [section]);
    }
    for (const under of slot.parent ? (instances.get(slot.parent) ?? []) : [undefined]) {
      const present = byParent.get(under) ?? [];
      if (present.length >= slot.minimum) continue;
      answered ??= answeredIn(context);
      if (present.length > 0 || !answered.has(under)) lacking.push({ slot, under, present });
    }
  }
  return lacking;
}

/** The sections with something in them that may stand for an instance; undefined among them: the document itself. */
function answeredIn({
  alignment,
  shape,
  guidanceLeft,
}: Pick<DocumentContext, 'alignment' | 'shape' | 'guidanceLeft'>): Set<Section | undefined> {
  const { parents, slots } = alignment;
  const withWords = shape.sections.filter(
    ({ ordinal }) => shape.hasContent[ordinal + 1] && !guidanceLeft[ordinal],
  );
  const own = shape.sections.filter(({ ordinal }) => !slots[ordinal]);
  return new Set([...withWords, ...own.map(({ ordinal }) => parents[ordinal])]);
}
