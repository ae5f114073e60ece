/** What renderers make a link of by themselves (GFM 6.9), some even where its marks are escaped. */
const ADDRESS =
  /((?:\b[a-z][a-z\d+.-]*:\/\/|\bwww\.)\S*[^\s.,;:!?)]|[^\s@]+@[^\s@]+\.[^\s@]*[^\s@.,;:!?)])/giu;

/**
 * The text as Markdown that shows it as it is: no marks, no HTML, no entity, and every address as code, in which no renderer
 * looks for links. White space becomes single spaces, so that no line can begin a block.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeMarks(part)))
    .join('')
    .replace(/^([-+=]|\d{1,9}[.)])/u, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

function escapeMarks(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&!$]/gu, '\\$&');
}

/** A code span (CommonMark 6.1) of a text with any backticks in it. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/gu), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$/u.test(line) ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** A text with white space as single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
