import { foldWords } from '../../model/fold';
import type { DocumentModel } from '../../model/document-model';
import type { DocumentShape } from '../../model/document-shape';
import type { Section } from '../../model/section';
import type { Alignment } from '../../template/align';
import type { Slot } from '../../template/schema';
import { instanceNumber, mentions, numberedWords, type InstanceNumber } from './instance-number';

/** Instances of one slot under one heading, in document order. */
export interface InstanceGroup {
  /** What stands before the number in each title. */
  readonly words: readonly string[];
  readonly sections: readonly Section[];
  readonly numbers: readonly InstanceNumber[];
}

const CONTINUED = /\bcont(?:inued|'?d)?\b/iu;

/** The instances under each heading, where all of them are numbered in the template's way. */
export function instanceGroups(
  slot: Slot,
  { alignment, shape }: { readonly alignment: Alignment; readonly shape: DocumentShape },
): InstanceGroup[] {
  const words = numberedWords(slot);
  if (!words) return [];
  const byParent = new Map<Section | undefined, Section[]>();
  for (const section of alignment.instances.get(slot) ?? []) {
    const parent = alignment.parents[section.ordinal];
    byParent.set(parent, [...(byParent.get(parent) ?? []), section]);
  }
  const start = foldWords(words.join(' '));
  return [...byParent.values()].flatMap((sections) => {
    const { parent } = sections[0]!;
    const numbers = sections
      .map(({ title }) => instanceNumber(title, words))
      .filter((each) => each !== undefined);
    const siblings = parent?.children ?? shape.sections.filter((section) => !section.parent);
    // "Phase 2a" beside "Phase 1" and "Phase 3" has no slot, and is why there is no 2.
    const isOther = (section: Section) =>
      alignment.slots[section.ordinal] !== slot && `${section.folded} `.startsWith(start);
    const isPlain =
      numbers.length === sections.length &&
      sections.every((section) => section.parent === parent && !CONTINUED.test(section.title)) &&
      !siblings.some(isOther);
    return isPlain ? [{ words, sections, numbers }] : [];
  });
}

/** Where the number in the heading of an instance ends in the source; the start of the title where it is not found. */
export function numberEnd(model: DocumentModel, section: Section, words: readonly string[]): number {
  const { start, end } = model.titleSpan(section);
  const [found] = model.tree.text.slice(start, end).matchAll(mentions(words));
  return found ? start + found.index + found[0].length : start;
}
