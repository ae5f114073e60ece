/** A stretch of a line. Every text in it is plain and shown as it is: nothing in it is read as Markdown. */
export type Inline =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly code: string }
  /** An address of our own; one from a document is never made a link. */
  | { readonly link: string; readonly href: string };

/** A paragraph, or the items of a list. */
export type HoverBlock = readonly Inline[] | { readonly items: readonly (readonly Inline[])[] };

/** Renders blocks as CommonMark. */
export function toMarkdown(blocks: readonly HoverBlock[]): string {
  return render(blocks, markdownOf);
}

/** Renders blocks for an editor that shows text as it is. */
export function toPlainText(blocks: readonly HoverBlock[]): string {
  return render(blocks, plainOf);
}

function render(blocks: readonly HoverBlock[], one: (part: Inline) => string): string {
  const line = (parts: readonly Inline[]) => parts.map(one).join('');
  return blocks
    .map((block) =>
      'items' in block ? block.items.map((item) => `- ${line(item)}`).join('\n') : line(block),
    )
    .join('\n\n');
}

function markdownOf(part: Inline): string {
  if (typeof part === 'string') return escapeMarkdown(part);
  if ('bold' in part) return `**${escapeMarkdown(part.bold)}**`;
  if ('italic' in part) return `*${escapeMarkdown(part.italic)}*`;
  if ('code' in part) return codeSpan(part.code);
  return `[${escapeMarkdown(part.link)}](${part.href})`;
}

function plainOf(part: Inline): string {
  if (typeof part === 'string') return oneLine(part);
  if ('bold' in part) return oneLine(part.bold);
  if ('italic' in part) return oneLine(part.italic);
  return oneLine('code' in part ? part.code : part.link);
}

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
function codeSpan(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/gu), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$/u.test(line) ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
