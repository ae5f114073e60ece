/** `2.1 `, `3) `, `1.Goals`, `(4) `, `§1 `, `#2 `, `iv. `, `b) `; not the number in `3D Model` or `5G`. */
const NUMBERING = /^\s*(?:[§#(]?\s*\d+(?:\.\d+)*(?:[.):]+(?!\d)\s*|\s+)|(?:[ivxlc]+|[a-z])[.)]\s+)(?=\S)/iu;
const ANCHOR = /\s*\{#[^}]*\}\s*$/u;
const OPTIONAL_MARK = /[([]\s*(?:optional|required|recommended|if applicable|if any|if needed)\s*[)\]]/giu;
const OPTIONAL_WORD = /^\s*optional\s*:|\s[–—-]\s*optional\s*$/iu;
/** Emoji, the joiners and selectors that build them, and `:shortcodes:`. */
const EMOJI = /\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\u{20E3}|:[a-z0-9_+-]+:/giu;

/** The title without what a template says of the section in it: `Non-goals [optional]`. */
export function withoutMark(title: string): string {
  return title.replace(OPTIONAL_MARK, ' ').replace(OPTIONAL_WORD, ' ').trim();
}

/**
 * A title reduced to what tells it from others: case, punctuation, leading numbering, emoji, `&` / `and`, hyphens,
 * "(optional)" and trailing anchors do not count. Two titles with one folded form are the same title.
 */
export function foldTitle(title: string): string {
  const words = wordsOf(title);
  const folded = foldWords(words.replace(NUMBERING, ''));
  return folded === '' ? foldWords(words) : folded;
}

/** The title without what does not count in a folded one, its words otherwise as they are written. */
export function plainTitle(title: string): string {
  return wordsOf(title).replace(NUMBERING, '');
}

function wordsOf(title: string): string {
  return withoutMark(title.normalize('NFKC')).replace(ANCHOR, '').replace(EMOJI, ' ');
}

/** Text in lower case, its words separated by single spaces, without punctuation. Any script's letters and digits stay. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/gu, ' and ')
    .replace(/['’]/gu, '')
    .replace(/(?<![\p{L}\p{N}])[+#]+|[^\p{L}\p{M}\p{N}+#]+/gu, ' ')
    .trim();
}
