import type { Nodes } from 'mdast';
import { Derived, type Chunk } from '../syntax/chunk';
import type { Span } from '../text/span';
import { nodeSpan } from './inline-source';

/** A place in the source that names where something leads, with all that belongs to it. Spans are relative to the chunk. */
export interface DestinationFact {
  readonly kind: 'link' | 'image' | 'definition' | 'html';
  /** Escapes of Markdown resolved, as written otherwise. */
  readonly url: string;
  /** The URL as it stands in the source, without `<` and `>` or quotes. */
  readonly urlSpan: Span;
  /** The whole link, image or definition; of HTML the tag. */
  readonly span: Span;
}

/** A reference to a link definition: `[text][label]`, `[label]`. Its span is relative to the chunk. */
export interface LabelFact {
  /** As definitions are compared (CommonMark 6.3). */
  readonly label: string;
  readonly span: Span;
}

/** What leads somewhere, in document order. */
export interface Destinations {
  readonly destinations: readonly DestinationFact[];
  readonly references: readonly LabelFact[];
  /** The labels of the definitions, in the order of their destinations. */
  readonly definitions: readonly LabelFact[];
}

const BEFORE_URL: Readonly<Record<'link' | 'image' | 'definition', RegExp>> = {
  link: /^\]\(\s*/u,
  image: /^[\s\S]*\]\(\s*/u,
  definition: /^[\s\S]*?(?<!\\)\]:\s*/u,
};
const IN_TAG = /<(?:a|img)\s[^>]*?\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/dgiu;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/gu;

const destinations = new Derived(read);

/** The destinations in a chunk, read once and only when asked for. */
export function chunkDestinations(chunk: Chunk): Destinations {
  return destinations.of(chunk);
}

function read({ blocks, text }: Chunk): Destinations {
  const found = {
    destinations: [] as DestinationFact[],
    references: [] as LabelFact[],
    definitions: [] as LabelFact[],
  };
  const visit = (node: Nodes): void => {
    if ('children' in node) for (const child of node.children) visit(child);
    // A bare URL with marks in it may have parts without a place (GFM 6.9).
    if (!node.position) return;
    if (node.type === 'html') found.destinations.push(...inHtml(text, nodeSpan(node)));
    if (node.type === 'linkReference' || node.type === 'imageReference')
      found.references.push({ label: node.identifier, span: nodeSpan(node) });
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const span = nodeSpan(node);
    const last = node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined;
    const urlSpan = urlSpanOf(text, node.type, span, last ?? span.start + (node.type === 'link' ? 1 : 0));
    if (!urlSpan) return;
    found.destinations.push({ kind: node.type, url: node.url, urlSpan, span });
    if (node.type === 'definition') found.definitions.push({ label: node.identifier, span });
  };
  for (const { node } of blocks) visit(node);
  found.destinations.sort((a, b) => a.span.start - b.span.start);
  return found;
}

/** @param from where to look for what stands before the URL: behind the text of a link, whose brackets would mislead */
function urlSpanOf(
  source: string,
  kind: keyof typeof BEFORE_URL,
  span: Span,
  from: number,
): Span | undefined {
  const before = BEFORE_URL[kind].exec(source.slice(from, span.end));
  if (!before) return kind === 'link' ? autolink(source, span) : undefined;
  const start = from + before[0].length;
  const angled = source[start] === '<';
  const pattern = angled ? /(?:\\.|[^\\<>\r\n])*/uy : /(?:\\.|[^\s\\])*/uy;
  pattern.lastIndex = angled ? start + 1 : start;
  const [raw] = pattern.exec(source.slice(0, span.end))!;
  const at = angled ? start + 1 : start;
  return { start: at, end: at + (angled || kind === 'definition' ? raw.length : balanced(raw)) };
}

/** `<https://…>`, or a URL that stands there bare. */
function autolink(source: string, { start, end }: Span): Span {
  return source[start] === '<' ? { start: start + 1, end: end - 1 } : { start, end };
}

/** How much of a text stands before the parenthesis that closes more than was opened. */
function balanced(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') open += 1;
    else if (text[at] === ')' && open-- === 0) return at;
  }
  return text.length;
}

function inHtml(source: string, { start, end }: Span): DestinationFact[] {
  const html = source.slice(start, end).replace(COMMENT, (comment) => ' '.repeat(comment.length));
  return Array.from(html.matchAll(IN_TAG), (match): DestinationFact => {
    const [, double, single, bare] = match.indices!;
    const [from, to] = (double ?? single ?? bare)!;
    return {
      kind: 'html',
      url: html.slice(from, to).replace(/&amp;/gu, '&'),
      urlSpan: { start: start + from, end: start + to },
      span: { start: start + match.index, end: start + match.index + match[0].length },
    };
  });
}
