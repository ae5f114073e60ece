/** A placeholder found in a piece of prose; offsets are UTF-16 units from the start of that piece. */
export interface PlaceholderMatch {
  readonly start: number;
  readonly end: number;
  /** What stands between the marks: the guidance, or the pattern itself. */
  readonly text: string;
}

/** One way of writing "an answer goes here". */
export interface PlaceholderConvention {
  readonly id: string;
  /**
   * Whether any text between the marks counts where the template has such a placeholder. Where it does not, only the
   * template's own words do: `TCP/IP` is shaped like `H/M/L` and is an answer.
   */
  readonly anyText: boolean;
  /** Whether it counts only where it fills its whole place, since its shape is common in prose. */
  readonly wholeOnly: boolean;
  /**
   * Finds placeholders.
   * @param prose the text with code, links and HTML blanked out
   * @param source the same text as it stands, of the same length
   */
  find(prose: string, source: string): PlaceholderMatch[];
}

/** All matches of a pattern whose first group is the placeholder's text. */
export function matchesOf(pattern: RegExp, text: string): PlaceholderMatch[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: (match[1] ?? match[0]).trim(),
  }));
}
