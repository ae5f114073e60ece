import { eastAsianWidth } from 'get-east-asian-width';

/** Sequences that are drawn as one picture, also where their selectors are left out. */
const EMOJI = new RegExp(
  String.raw`\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?\p{EMod}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{EMod}?)+`,
  'gv',
);
/** A quick look before a slow one. */
const MAYBE_EMOJI = /\p{Emoji_Presentation}|\uFE0F|\u200D|\u20E3/u;
const PLAIN = /^[\x20-\x7E]*$/u;
/** What is drawn over the character before it, and control characters. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cc}]/u;

/**
 * How many columns a text takes in a fixed-width font: CJK and emoji two, combining marks none (Unicode Annex 11, ambiguous ones
 * narrow). It is as Prettier measures, so that neither undoes what the other has aligned.
 */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  const rest = MAYBE_EMOJI.test(text) ? text.replace(EMOJI, countEmoji) : text;
  for (const character of rest) {
    if (!NO_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0)!);
  }
  return width;

  function countEmoji(): string {
    width += 2;
    return '';
  }
}
