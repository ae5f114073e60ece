import type { Section } from '../../model/section';
import type { MissingSlot } from '../../template/align';
import type { Slot } from '../../template/schema';
import type { TextEdit } from '../../text/edit';
import { lineEnd } from '../../text/line';
import type { Spec } from '../../workspace/spec';
import { instanceNumber, mentions, numberedWords } from './instance-number';
import { insertSection } from './section-edits';

/**
 * Inserts the section of a slot.
 * @param present those that there are already, as `nextInstance` takes them
 * @param after the one that it is to stand behind, where its place is not the one that the template has for it
 * @returns undefined where there is no place for it
 */
export function insertInstance(
  spec: Spec,
  {
    slot,
    under,
    present = [],
    after,
  }: MissingSlot & { readonly present?: readonly Section[]; readonly after?: Section | undefined },
): TextEdit | undefined {
  return insertSection(spec, slot, under, { text: nextInstance(slot, present), after });
}

/**
 * The text of a new section of a slot.
 * @param present those that there are already: the new one has the number behind the highest of theirs, which need not be the last
 */
export function nextInstance(slot: Slot, present: readonly Section[]): string {
  const words = numberedWords(slot) ?? [];
  const numbers = present.flatMap(({ title }) => instanceNumber(title, words)?.value ?? []);
  if (words.length === 0 || numbers.length === 0) return slot.text;
  return numbered(slot.text, words, Math.max(...numbers) + 1);
}

/** The text of a section with another number in its heading. */
function numbered(text: string, words: readonly string[], number: number): string {
  const heading = text.slice(0, lineEnd(text, 0));
  const [found] = heading.matchAll(mentions(words));
  if (!found) return text;
  const behind = found.index + found[0].length;
  return text.slice(0, behind - found[2]!.length) + number + text.slice(behind);
}
