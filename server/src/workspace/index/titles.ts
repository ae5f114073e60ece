const HEADING_OR_FENCE = /^ {0,3}(?:#{1,6}[ \t]+(\S.*)|(`{3,}|~{3,}).*)$/gmu;
/** More are those of a reference, in which nobody looks for sections. */
const MOST_TITLES = 500;

/** The titles of the headings in a file, as they are written. Headings with underlines are left out, which few have. */
export function titlesIn(text: string): string[] {
  const found: string[] = [];
  let fence: string | undefined;
  for (const { 0: line, 1: title, 2: marks } of text.replace(/^\uFEFF/u, '').matchAll(HEADING_OR_FENCE)) {
    if (marks !== undefined) {
      if (fence === undefined) fence = marks;
      else if (marks.startsWith(fence) && line.trim() === marks) fence = undefined;
    } else if (fence === undefined && found.length < MOST_TITLES) {
      const plain = title!.replace(/[ \t]+#*[ \t]*$/u, '');
      // A string of its own: a part of the text would keep all of it in memory.
      if (plain !== '') found.push(Array.from(plain).join(''));
    }
  }
  return found;
}
