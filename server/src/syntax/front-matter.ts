import type { Span } from '../text/span';

/** A YAML block at the very start of a document, between a line `---` and a line `---` or `...`. */
export interface FrontMatter {
  /** From the opening fence to the end of the closing fence's line, its line ending included. Absolute. */
  readonly span: Span;
  /** The YAML between the fences. Absolute. */
  readonly contentSpan: Span;
  /** The text of `contentSpan`. */
  readonly yaml: string;
}

/** What stands before the Markdown of a document. */
export interface Head {
  readonly frontMatter: FrontMatter | undefined;
  /** Where the Markdown starts: after the front matter and any byte order mark. */
  readonly bodyStart: number;
}

const opening = /^\uFEFF*---[ \t]*(?:\r\n|\n|\r)/;
const closing = /(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/g;

/** Reads what stands before the Markdown. A `---` that no line closes is a thematic break, not front matter. */
export function readHead(text: string): Head {
  const open = opening.exec(text);
  let frontMatter: FrontMatter | undefined;
  if (open) {
    const contentStart = open[0].length;
    // One back, so that the look-behind sees the line ending of the opening fence.
    closing.lastIndex = contentStart;
    const close = closing.exec(text);
    if (close) {
      const start = text.indexOf('-');
      frontMatter = {
        span: { start, end: close.index + close[0].length },
        contentSpan: { start: contentStart, end: close.index },
        yaml: text.slice(contentStart, close.index),
      };
    }
  }
  let bodyStart = frontMatter?.span.end ?? 0;
  // micromark drops a byte order mark at the start of what it reads, and would count all positions one short.
  while (text.charCodeAt(bodyStart) === 0xfeff) bodyStart++;
  return { frontMatter, bodyStart };
}

/** Whether the text's first line would open front matter; yes, too, when the line goes on beyond the text. */
export function opensFrontMatter(text: string): boolean {
  return /^\uFEFF*---[ \t]*(?:[\r\n]|$)/.test(text);
}
