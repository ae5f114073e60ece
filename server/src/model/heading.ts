import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Span } from '../text/span';
import { foldTitle } from './fold';
import { contentSpan, nodeSpan } from './inline-source';

/** A heading of a document. Spans are relative to its chunk. */
export interface HeadingFact {
  /** 1 to 6, as the number of `#`. */
  readonly level: number;
  /** Its text without markup, e.g. `API Design`. */
  readonly title: string;
  /** The title as it is compared, see `foldTitle`. */
  readonly folded: string;
  /** The whole heading, marks included; a setext heading with its underline. */
  readonly span: Span;
  /** The title in the source; where it would stand when the heading has none. */
  readonly titleSpan: Span;
  /** Whether it is written with an underline (CommonMark 4.3). */
  readonly setext: boolean;
}

/** Reads a heading node. `source` is the text of its chunk. */
export function readHeading(node: Heading, source: string): HeadingFact {
  const span = nodeSpan(node);
  const title = toString(node, { includeHtml: false }).replace(/\s+/gu, ' ').trim();
  const titleSpan = contentSpan(node, source);
  const setext = !source.slice(span.start, span.end).trimStart().startsWith('#');
  return { level: node.depth, title, folded: foldTitle(title), span, titleSpan, setext };
}
