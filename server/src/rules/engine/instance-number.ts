import type { Slot } from '../../template/schema';

/** The number in the title of an instance: 2 in `Phase 2: Cutover`. */
export interface InstanceNumber {
  readonly value: number;
  /** How many digits it is written with, zeros before it included. */
  readonly width: number;
}

/** What parts a number from the name behind it; `1.2`, `1a`, `1-3` and `1 & 2` are no plain numbers. */
const BEHIND = String.raw`(?=\s*$|\s*[:)]|\.(?:\s|$)|\s*[–—-]\s*(?!\d)|\s+(?![&+/]|(?:and|to|or)\b))`;

/** The number of the section itself: `4.1 Phase 2`. */
const NUMBERING = String.raw`(?:[§#(]?\s*\d+(?:\.\d+)*[.):]*\s+)?`;
const BETWEEN = String.raw`[^\p{L}\p{N}]+`;

/** The words before the number that the instances of a slot are told apart by; undefined where its titles have none. */
export function numberedWords(slot: Slot): readonly string[] | undefined {
  if (!slot.repeat) return undefined;
  const before = /^([^\d[\]{}<>]*\p{L}[^\d[\]{}<>]*?)\s*\d+(?![\p{L}\d]|\.\d)/u.exec(slot.title)?.[1];
  return before?.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** The number of an instance; undefined where its title does not have exactly the template's words and a plain number. */
export function instanceNumber(title: string, words: readonly string[]): InstanceNumber | undefined {
  const digits = new RegExp(`^${NUMBERING}${words.join(BETWEEN)}[^\\p{L}\\p{N}]*(\\d+)${BEHIND}`, 'iu').exec(
    title,
  )?.[1];
  return digits === undefined ? undefined : { value: Number(digits), width: digits.length };
}

/**
 * Every mention of an instance by its number: `phase 2`, `Phase-2`, `#phase-2-cutover`, and of several, `Phases 2 and 3`.
 * The first group holds the letters that make several of it, the second the number.
 */
export function mentions(words: readonly string[]): RegExp {
  return new RegExp(`${words.join(BETWEEN)}(\\p{L}{0,2})[^\\p{L}\\p{N}]{0,8}(\\d+)`, 'giu');
}
