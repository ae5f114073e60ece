import type { Nodes } from 'mdast';
import { SyntaxTree } from '../../syntax/tree';
import { applyEdits, type TextEdit } from '../../text/edit';
import { lineEnd, lineStart } from '../../text/line';
import type { Span } from '../../text/span';

/**
 * Removes comments, each with its line where it has one of its own, and with one of two blank lines around it.
 * @param comments absolute, in document order
 * @returns no edits where a reader would see a difference: a comment may part two lists, or two paragraphs
 */
export function removeComments(tree: SyntaxTree, comments: readonly Span[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const comment of comments) {
    const ways = waysToRemove(tree, comment).map((span) => ({ span, newText: '' }));
    const edit = ways.find((way) => rendersAlike(tree, [way]));
    if (!edit) return [];
    const last = edits.at(-1);
    // The blank line between two comments may go with either.
    if (last && edit.span.start < last.span.end)
      edits[edits.length - 1] = { span: { ...last.span, end: edit.span.end }, newText: '' };
    else edits.push(edit);
  }
  return comments.length === 1 || rendersAlike(tree, edits) ? edits : [];
}

/** What to remove of a text to remove a comment, best first. */
function waysToRemove({ text, bodyStart }: SyntaxTree, { start, end }: Span): Span[] {
  const line = { start: Math.max(bodyStart, lineStart(text, start)), end: lineEnd(text, end) };
  const before = text.slice(line.start, start);
  const behind = text.slice(end, line.end);
  if (before.trim() !== '') return [{ start: start - (before.length - before.trimEnd().length), end }];
  if (behind.trim() !== '') return [{ start, end: end + (behind.length - behind.trimStart().length) }];
  const next = skipEol(text, line.end);
  const nextEnd = lineEnd(text, next);
  const isFirst = line.start === bodyStart;
  const above = text.slice(bodyStart, line.start);
  const ways = [{ start: line.start, end: next }, line];
  if (next === text.length && !isFirst) {
    const kept = bodyStart + above.trimEnd().length;
    return [{ start: next === line.end ? kept : skipEol(text, kept), end: next }, ...ways];
  }
  const isBetweenBlanks =
    (isFirst || isBlank(text, lineStart(text, eolStart(text, line.start)), line.start)) &&
    isBlank(text, next, nextEnd);
  return isBetweenBlanks ? [{ start: line.start, end: skipEol(text, nextEnd) }, ...ways] : ways;
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

/** The offset behind the line ending that starts at an offset, if one does. */
function skipEol(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return text[offset] === '\n' || text[offset] === '\r' ? offset + 1 : offset;
}

/** The offset before the line ending that ends at an offset. */
function eolStart(text: string, offset: number): number {
  return offset - (text.slice(offset - 2, offset) === '\r\n' ? 2 : 1);
}

/** Whether what stands around edits is rendered as before; link definitions elsewhere count for neither. */
function rendersAlike(tree: SyntaxTree, edits: readonly TextEdit[]): boolean {
  const first = Math.max(0, tree.chunkAt(edits[0]!.span.start) - 1);
  const last = Math.min(tree.chunks.length - 1, tree.chunkAt(edits.at(-1)!.span.end) + 1);
  const base = tree.chunkStart(first);
  const text = tree.text.slice(base, tree.chunkStart(last) + tree.chunks[last]!.text.length);
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start - base, end: span.end - base },
    newText,
  }));
  return rendering(text) === rendering(applyEdits(text, moved));
}

function rendering(markdown: string): string {
  return JSON.stringify(visible(SyntaxTree.parse(markdown).root()));
}

/** A node without what no reader sees: comments, places, and how white space is written. */
function visible(node: Nodes): unknown {
  const { position: _position, ...rest } = node;
  if (node.type === 'html') return { ...rest, value: withoutComments(node.value) };
  if (!('children' in node)) return rest;
  const children: unknown[] = [];
  // White space at the edges of a line is none, and a comment has some on either side.
  let text = '';
  let isLineStart = true;
  const flush = (isLineEnd: boolean) => {
    let words = text.replace(/\s+/gu, ' ');
    if (isLineStart) words = words.trimStart();
    if (isLineEnd) words = words.trimEnd();
    if (words !== '') children.push(words);
    text = '';
  };
  for (const child of node.children) {
    if (child.type === 'html' && withoutComments(child.value) === '') continue;
    if (child.type === 'text') text += child.value;
    else {
      const isBreak = child.type === 'break';
      flush(isBreak);
      children.push(visible(child));
      isLineStart = isBreak;
    }
  }
  flush(true);
  return { ...rest, children };
}

function withoutComments(html: string): string {
  return html.replace(/<!--[^]*?-->/gu, '').trim();
}
