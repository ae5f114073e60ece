import type { Nodes } from 'mdast';
import type { Span } from '../text/span';

/** Inline nodes whose source is not prose: a bracket in them is never a placeholder. */
const OPAQUE = new Set([
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'html',
]);
const FILLER = '\u0000';

/** The source span of a node, relative to its chunk. */
export function nodeSpan(node: Nodes): Span {
  const { position } = node;
  if (position?.start.offset === undefined || position.end.offset === undefined) {
    throw new Error(`A parsed ${node.type} node has no position.`);
  }
  return { start: position.start.offset, end: position.end.offset };
}

/**
 * What stands around the inline content of a node, before and after it (CommonMark 4.2, 4.3 and 6.2, GFM 4.10). White space is
 * tried from its start only, or a long run of it would take the square of its length.
 */
const MARKS: Readonly<Record<string, readonly [before: RegExp, after: RegExp]>> = {
  heading: [
    /^(?:#{1,6}(?:[ \t]+|$))?/u,
    /(?<![ \t])(?:(?:(?:^|[ \t]+)#+)?[ \t]*|[ \t]*[\r\n]+[ \t>]*(?:=+|-+)[ \t]*)$/u,
  ],
  // A pipe behind a backslash is text (GFM 4.10).
  tableCell: [/^\|?[ \t]*/u, /(?<![ \t])[ \t]*(?:(?<=(?<!\\)(?:\\\\)*)\|[ \t]*)?$/u],
  strong: [/^(?:\*\*|__)/u, /(?:\*\*|__)$/u],
};

/**
 * The span of a node's inline content: a heading without its `#` marks or underline, a table cell without its pipes.
 * Read from the source, since the nodes of a bare URL (GFM 6.9) have no position.
 */
export function contentSpan(node: Nodes, source: string): Span {
  const { start, end } = nodeSpan(node);
  const marks = MARKS[node.type];
  if (!marks) return { start, end };
  const text = source.slice(start, end);
  const before = marks[0].exec(text)?.[0].length ?? 0;
  const after = marks[1].exec(text.slice(before))?.[0].length ?? 0;
  return { start: start + before, end: end - after };
}

/**
 * The source of `span` with code, links, images, footnotes and HTML blanked out at the same length, so that what is
 * found in it by offset is prose.
 */
export function proseOf(node: Nodes, source: string, span: Span): string {
  let prose = source.slice(span.start, span.end);
  const blank = (inner: Nodes): void => {
    if (!inner.position) return;
    if (OPAQUE.has(inner.type)) {
      const start = Math.max(nodeSpan(inner).start, span.start) - span.start;
      const end = Math.min(nodeSpan(inner).end, span.end) - span.start;
      if (end > start) prose = prose.slice(0, start) + FILLER.repeat(end - start) + prose.slice(end);
    } else if ('children' in inner) {
      for (const child of inner.children) blank(child);
    }
  };
  blank(node);
  return prose;
}
