/** Blocks longer than this are an author's own; no template's guidance for one section is as long. */
const LONGEST = 4000;

/** The digest of a block that is certainly no guidance of a template. */
export const OWN_TEXT = -1;

/**
 * A number that tells whether two blocks read the same, white space and block quote marks aside (FNV-1a, 32 bits).
 * @returns `OWN_TEXT` for a long block
 */
export function digestOf(source: string): number {
  if (source.length > LONGEST) return OWN_TEXT;
  let hash = 0x811c9dc5;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code <= 0x20 || code === 0x3e) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}
