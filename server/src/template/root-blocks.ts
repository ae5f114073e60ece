import type { RootContent } from 'mdast';
import { nodeSpan } from '../model/inline-source';
import type { SyntaxTree } from '../syntax/tree';
import { shiftSpan, type Span } from '../text/span';

interface RootBlock {
  readonly node: RootContent;
  /** Absolute. */
  readonly span: Span;
}

/** The rule, `---` or the like, that a stretch of a document ends with; absolute. An underline of a heading is none. */
export function closingRule(tree: SyntaxTree, within: Span): Span | undefined {
  const last = lastBlockBefore(tree, within.end);
  return last?.node.type === 'thematicBreak' && last.span.start >= within.start ? last.span : undefined;
}

/**
 * Where what belongs to a heading starts: at the comments on the lines right above it, which speak of it, or at its own line.
 * @param lineStart where the line of the heading starts, or the end of the document
 */
export function leadStart(tree: SyntaxTree, lineStart: number): number {
  let start = lineStart;
  while (start < tree.length) {
    const above = lastBlockBefore(tree, start);
    if (above?.node.type !== 'html' || !speaksOfHeading(above.node.value)) break;
    const between = tree.text.slice(above.span.end, start);
    if (!/^[ \t]*(?:\r\n|\n|\r)$/u.test(between)) break;
    start = lineStartOf(tree.text, above.span.start);
  }
  return start;
}

/** The start of the line that an offset is in, should nothing but blanks precede it there. */
export function lineStartOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  return start;
}

/** Whether what is appended to a document would go into its last block: a fence or a comment that nobody has closed. */
export function endsOpen(tree: SyntaxTree): boolean {
  const last = lastBlockBefore(tree, tree.length);
  if (last?.node.type === 'html') return isOpenHtml(last.node.value);
  if (last?.node.type !== 'code') return false;
  const lines = tree.text.slice(last.span.start, last.span.end).split(/\r\n|\n|\r/u);
  const fence = /^(?:`{3,}|~{3,})/u.exec(lines[0]!.trimStart())?.[0];
  const closing = lines.length > 1 ? lines.at(-1)!.trim() : '';
  return fence !== undefined && !(closing.startsWith(fence) && closing === fence[0]!.repeat(closing.length));
}

/** The last block at the root that starts before an offset. */
function lastBlockBefore(tree: SyntaxTree, offset: number): RootBlock | undefined {
  if (offset <= tree.bodyStart) return undefined;
  for (let index = tree.chunkAt(offset - 1); index >= 0; index--) {
    const base = tree.chunkStart(index);
    const block = tree.chunks[index]!.blocks.findLast(({ node }) => base + nodeSpan(node).start < offset);
    if (block) return { node: block.node, span: shiftSpan(nodeSpan(block.node), base) };
  }
  return undefined;
}

/** A comment, unless it is one that speaks to Specwright of more than the next line. */
function speaksOfHeading(html: string): boolean {
  const text = html.trim();
  return /^<!--[^]*-->$/u.test(text) && !/<!--\s*specwright-(?!disable-next-line)/u.test(text);
}

/** HTML that no blank line ends (CommonMark 4.6, kinds 1 to 5), without its end. */
function isOpenHtml(html: string): boolean {
  const text = html.trimStart();
  const ends: readonly (readonly [start: RegExp, end: RegExp])[] = [
    [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu],
    [/^<!--/u, /-->/u],
    [/^<\?/u, /\?>/u],
    [/^<!\[CDATA\[/u, /\]\]>/u],
    [/^<![a-z]/iu, />/u],
  ];
  const end = ends.find(([start]) => start.test(text))?.[1];
  return end !== undefined && !end.test(text);
}
