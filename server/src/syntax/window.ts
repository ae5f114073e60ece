import type { List, RootContent, Table, TableRow } from 'mdast';
import type { Block } from './chunk';
import type { Seeds } from './parser';
import { parseWindow } from './parser';
import { lineStartOf, movePositions } from './position';

/** What a window that does not start with a block of its own starts in the middle of. */
export type Continuation =
  | { readonly type: 'list' }
  | {
      readonly type: 'table';
      readonly align: Table['align'];
      readonly head: TableRow;
      readonly headText: string;
    };

/** A stretch of text, parsed on its own, that starts where a chunk starts. Positions are relative to it. */
export interface Window {
  readonly text: string;
  readonly nodes: RootContent[];
  /** Set when the first node continues a list or table; a table then lacks its header row. */
  readonly continuation: Continuation | undefined;
}

/**
 * Reads a window.
 * @returns `undefined` when the text does not continue what it was said to continue.
 */
export function readWindow(
  text: string,
  continuation: Continuation | undefined,
  seeds: Seeds,
): Window | undefined {
  if (continuation?.type !== 'table') {
    const nodes = parseWindow(text, seeds);
    if (continuation && nodes[0]?.type !== 'list') return undefined;
    return { text, nodes, continuation };
  }
  const header = headerFor(continuation.align);
  const nodes = parseWindow(header + text, seeds);
  const table = nodes[0];
  if (table?.type !== 'table' || table.children.length < 2) return undefined;
  table.children.shift();
  table.position!.start = { ...table.children[0]!.position!.start };
  for (const node of nodes) movePositions(node, -header.length, -2);
  return { text, nodes, continuation };
}

/** The header and delimiter rows of some table with these columns: rows read the same below any header. */
function headerFor(align: Table['align']): string {
  const delimiters = { left: ':-', right: '-:', center: ':-:' };
  const columns = align ?? [];
  return (
    '|' +
    'h|'.repeat(columns.length) +
    '\n|' +
    columns.map((a) => (a ? delimiters[a] : '-') + '|').join('') +
    '\n'
  );
}

/**
 * A place where a window may be cut in two chunks: before a root node (`child` is 0), or within a root list or
 * table before its child number `child`.
 */
export interface Cut {
  readonly offset: number;
  readonly node: number;
  readonly child: number;
}

/** How many items or rows a slice has, give or take a half. */
const sliceLength = 16;

/** All places up to `limit` at which the window ought to be cut, in order; none is its start. */
export function cutsOf(window: Window, limit: number): Cut[] {
  const cuts: Cut[] = [];
  const { nodes } = window;
  for (let node = 0; node < nodes.length; node++) {
    const offset = lineStartOf(nodes[node]!);
    if (offset > limit) break;
    if (startsChunk(window, node)) cuts.push({ offset, node, child: 0 });
    const children = partsOf(nodes[node]!);
    let uncut = 0;
    for (let child = sliceLength; child < children.length; child++) {
      const cut = { offset: lineStartOf(children[child]!), node, child };
      if (cut.offset > limit) break;
      // A short remainder joins the slice before, unless what follows is not known yet.
      const wanted =
        child - uncut === sliceLength
          ? child + sliceLength / 2 <= children.length
          : child - uncut >= sliceLength / 2 && cut.offset === limit;
      if (!wanted || window.text.charCodeAt(cut.offset) === 0xfeff) continue;
      cuts.push(cut);
      uncut = child;
    }
  }
  return cuts;
}

/** The cut at exactly `offset`, if the window may be cut there. */
export function cutAt(window: Window, offset: number): Cut | undefined {
  const { nodes } = window;
  for (let node = 0; node < nodes.length; node++) {
    const start = lineStartOf(nodes[node]!);
    if (start > offset) return undefined;
    if (start === offset && startsChunk(window, node)) return { offset, node, child: 0 };
    if (nodes[node]!.position!.end.offset! < offset) continue;
    const children = partsOf(nodes[node]!);
    const child = children.findIndex((part) => lineStartOf(part) >= offset);
    if (child > 0 && lineStartOf(children[child]!) === offset) return { offset, node, child };
  }
  return undefined;
}

/** The chunk from one cut to the next (`to` undefined: to the window's end), as its blocks. */
export function blocksBetween(window: Window, from: Cut, to: Cut | undefined): Block[] {
  const { nodes, continuation } = window;
  const blocks: Block[] = [];
  const endNode = to === undefined ? nodes.length : to.child > 0 ? to.node + 1 : to.node;
  for (let index = from.node; index < endNode; index++) {
    const node = nodes[index]!;
    const firstChild = index === from.node ? from.child : 0;
    const endChild = to && index === to.node ? to.child : undefined;
    const sliced =
      firstChild > 0 || endChild !== undefined ? slice(window, node, firstChild, endChild) : node;
    const continued = firstChild > 0 || (index === 0 && continuation !== undefined);
    const table = continued
      ? continuationAt(window, { offset: 0, node: index, child: firstChild })
      : undefined;
    if (table?.type === 'table') {
      blocks.push({ node: sliced, continues: true, head: table.head, headText: table.headText });
    } else {
      blocks.push({ node: sliced, continues: continued });
    }
  }
  return blocks;
}

/** What a window starts in the middle of if it starts at this cut. */
export function continuationAt(window: Window, cut: Cut): Continuation | undefined {
  const node = window.nodes[cut.node];
  if (cut.node === 0 && window.continuation) {
    // Only the first node can be continued, and it is the same list or table all along.
    return window.continuation;
  }
  if (cut.child === 0 || node === undefined) return undefined;
  if (node.type !== 'table') return { type: 'list' };
  const headText = window.text.slice(lineStartOf(node), lineStartOf(node.children[1]!));
  return { type: 'table', align: node.align, head: node.children[0]!, headText };
}

function partsOf(node: RootContent): readonly RootContent[] {
  return node.type === 'list' || node.type === 'table' ? node.children : [];
}

/**
 * The rule of chunks: the line before is blank, so that nothing can be continued lazily or be a setext heading, and
 * no indented code is near, since that takes blank lines in.
 */
function startsChunk(window: Window, index: number): boolean {
  const node = window.nodes[index]!;
  const offset = lineStartOf(node);
  if (offset === 0 || window.text.charCodeAt(offset) === 0xfeff) return false;
  if (!followsBlankLine(window.text, offset) || isIndentedCode(window.text, node)) return false;
  const before = window.nodes[index - 1];
  if (before === undefined) return true;
  return !isIndentedCode(window.text, before) && lineStartOf(before) < offset;
}

function followsBlankLine(text: string, lineStart: number): boolean {
  let at = lineStart - 1;
  if (text[at] === '\n' && text[at - 1] === '\r') at--;
  for (at--; at >= 0; at--) {
    const char = text[at];
    if (char === '\n' || char === '\r') return true;
    if (char !== ' ' && char !== '\t') return false;
  }
  return true;
}

function isIndentedCode(text: string, node: RootContent): boolean {
  if (node.type !== 'code') return false;
  const start = lineStartOf(node);
  return !/^ {0,3}(?:```|~~~)/.test(text.slice(start, start + 6));
}

/** The list or table `node` with the children from `from` up to `to` only. */
function slice(window: Window, node: RootContent, from: number, to: number | undefined): RootContent {
  if (node.type !== 'list' && node.type !== 'table') return node;
  const whole = node.position!;
  const first = node.children[from]!.position!;
  const last = to === undefined ? whole : node.children[to - 1]!.position!;
  const position = { start: from === 0 ? whole.start : { ...first.start }, end: { ...last.end } };
  if (node.type === 'table') return { ...node, children: node.children.slice(from, to), position };
  return {
    ...node,
    start: from === 0 || !node.ordered ? node.start : ordinalAt(window.text, first.start.offset!),
    spread: isSpread(node, from, to),
    children: node.children.slice(from, to),
    position,
  };
}

function ordinalAt(text: string, offset: number): number {
  return Number.parseInt(text.slice(offset, offset + 9), 10);
}

/** Whether a slice of a list makes the list spread: a blank line follows an item that is not the list's last. */
function isSpread({ children }: List, from: number, to = children.length - 1): boolean {
  for (let index = from; index < to; index++) {
    const lines = children[index + 1]!.position!.start.line - children[index]!.position!.end.line;
    if (lines > 1) return true;
  }
  return false;
}
