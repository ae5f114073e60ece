import type { Section } from '../../model/section';
import type { MissingSlot } from '../../template/align';
import type { TextEdit } from '../../text/edit';
import { lineEnd } from '../../text/line';
import type { Spec } from '../../workspace/spec';
import { instanceNumber, mentions, numberedWords } from './instance-number';
import { insertSection } from './section-edits';

/**
 * Inserts the section of a slot.
 * @param present those that there are already: the new one has the number behind that of the last
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
  const words = numberedWords(slot);
  const last = present.at(-1);
  const number = words && last && instanceNumber(last.title, words)?.value;
  const text = number === undefined ? slot.text : numbered(slot.text, words!, number + 1);
  return insertSection(spec, slot, under, { text, after });
}

/** The text of a section with another number in its heading. */
function numbered(text: string, words: readonly string[], number: number): string {
  const heading = text.slice(0, lineEnd(text, 0));
  const [found] = heading.matchAll(mentions(words));
  if (!found) return text;
  const behind = found.index + found[0].length;
  return text.slice(0, behind - found[2]!.length) + number + text.slice(behind);
}
