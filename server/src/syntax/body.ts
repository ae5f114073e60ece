import type { Block, Chunk } from './chunk';
import { firstDifference } from './difference';
import { DocumentLabels, mentionsAny } from './labels';
import {
  continuationOf,
  readAgain,
  readChunks,
  withOtherHead,
  type Reading,
  type ReadingWork,
  type Source,
} from './read';

/** The Markdown of a document. Offsets and lines are relative to its start. Immutable. */
export interface Body {
  readonly chunks: readonly Chunk[];
  /** The offset at which each chunk starts, then the length of the body. */
  readonly starts: Int32Array;
  /** The line, from 0, at which each chunk starts, then the number of line endings. */
  readonly lines: Int32Array;
  readonly labels: DocumentLabels;
}

/** The text from `start` to `end` was replaced. */
export interface BodyChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How two lists of chunks differ. All other chunks are the same objects in the same order. */
export interface ChangedChunks {
  /** The first chunk that differs; the same number before and after. */
  readonly from: number;
  /** End (exclusive) of the differing chunks, in the list before. */
  readonly toBefore: number;
  /** End (exclusive) of the differing chunks, in the list after. */
  readonly toAfter: number;
  /**
   * Numbers, in the list after, of the chunks outside that range that were read again, since they mention a label
   * that the document has just got or lost. Their texts are the same as before.
   */
  readonly reread: readonly number[];
}

export interface EditedBody {
  readonly body: Body;
  readonly changed: ChangedChunks;
}

/** About how much text the first reading gives to the parser at a time, in UTF-16 units. */
const segmentLength = 2048;

/** Reads a body from scratch, in pieces, since the parser's time grows faster than its text. */
export function readBody(text: string, work: ReadingWork): Body {
  const rest = segmentsOf(text);
  const guess = DocumentLabels.guess(text);
  const reading = readChunks(
    { first: '', rest, next: 0, continuation: undefined, meets: () => false },
    guess,
    work,
  );
  if (reading === undefined) return readAtOnce(text, work);
  const { chunks } = reading;
  const labels = DocumentLabels.empty.replace([], chunks);
  if (settleLabels(chunks, guess, labels, work) === undefined) return readAtOnce(text, work);
  return { chunks, labels, ...measureFrom(chunks, undefined, undefined) };
}

/** The body after a change; its untouched chunks are the same objects. */
export function editBody(before: Body, change: BodyChange, work: ReadingWork): EditedBody {
  if (change.start === change.end && change.text === '') {
    return { body: before, changed: { from: 0, toBefore: 0, toAfter: 0, reread: [] } };
  }
  const { chunks: old, starts } = before;
  const restart = restartFor(before, change.start);
  let next = restart + 1;
  while (next < old.length && starts[next]! < change.end) next++;
  const base = starts[restart]!;
  const damaged = textOf(old, restart, next);
  const first = damaged.slice(0, change.start - base) + change.text + damaged.slice(change.end - base);
  const continuation = continuationOf(old[restart]!);
  const meets: Source['meets'] = (index, found) => continuationOf(old[index]!)?.type === found?.type;
  const reading = readChunks({ first, rest: old, next, continuation, meets }, before.labels, work);
  if (reading === undefined) return readAllAgain(before, change, work);

  const kept = countEqual(old, restart, reading);
  const fresh = reading.chunks.slice(kept);
  const from = restart + kept;
  let toBefore = reading.reached;
  for (const chunk of withOtherHead(old, toBefore, reading.continuation)) {
    fresh.push(chunk);
    toBefore++;
  }
  const chunks = old.slice(0, from).concat(fresh, old.slice(toBefore));
  const labels = before.labels.replace(old.slice(from, toBefore), fresh);
  const toAfter = from + fresh.length;
  const settled = settleLabels(chunks, before.labels, labels, work);
  if (settled === undefined) return readAllAgain(before, change, work);
  const reread = settled.filter((index) => index < from || index >= toAfter);
  const changed = { from, toBefore, toAfter, reread };
  return { body: { chunks, labels, ...measureFrom(chunks, before, changed) }, changed };
}

/**
 * Where to start reading for a change: at the chunk that holds it, unless the change is on the chunk's first line and
 * could make that line a part of what precedes it. The character before counts as changed: it may be a `\r` that has
 * lost or got its `\n`.
 */
function restartFor({ chunks, starts }: Body, changeStart: number): number {
  const damage = Math.max(0, changeStart - 1);
  const index = lastStartingAt(starts, chunks.length, damage);
  const { text, continues } = chunks[index]!;
  const local = damage - starts[index]!;
  // A `\r\n` ends its line with both its characters.
  const before = text[local] === '\n' && text[local - 1] === '\r' ? local - 1 : local;
  if (index === 0 || /[\r\n]/.test(text.slice(0, before))) return index;
  return continues || staysOpen(chunks[index - 1]!) ? index - 1 : index;
}

/**
 * Whether the last block of a chunk could take in a line after the blank line that ends the chunk. Of all blocks that
 * are not indented code, only these go on behind a blank line, if what follows is indented or another item.
 */
function staysOpen(chunk: Chunk): boolean {
  const type = chunk.blocks.at(-1)?.node.type;
  return type === 'list' || type === 'footnoteDefinition';
}

/** The number of the last of `count` chunks that starts at or before `offset`; 0 if none does. */
export function lastStartingAt(starts: Int32Array, count: number, offset: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * How many of the chunks at the start of a reading are what they were, which is common since a reading often starts
 * before the change. Equal texts are not enough: an unclosed fence in a list item ends by what follows the list.
 */
function countEqual(old: readonly Chunk[], restart: number, { chunks, reached }: Reading): number {
  let count = 0;
  while (count < chunks.length && restart + count < reached) {
    const before = old[restart + count]!;
    const after = chunks[count]!;
    if (before.text !== after.text || !sameBlocks(before.blocks, after.blocks)) break;
    count++;
  }
  return count;
}

function sameBlocks(a: readonly Block[], b: readonly Block[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((block, index) => {
    const other = b[index]!;
    if (block.continues !== other.continues || block.headText !== other.headText) return false;
    return firstDifference(block.node, other.node) === undefined;
  });
}

/**
 * Reads again, in `chunks`, those that were read while `known` labels were taken for the document's and that mention
 * one that `labels` judges differently.
 * @returns the numbers of these chunks; `undefined` if one could not be read on its own.
 */
function settleLabels(
  chunks: Chunk[],
  known: DocumentLabels,
  labels: DocumentLabels,
  work: ReadingWork,
): number[] | undefined {
  const reread: number[] = [];
  const difference = labels.difference(known);
  if (difference.size === 0) return reread;
  for (let index = 0; index < chunks.length; index++) {
    if (!mentionsAny(chunks[index]!.mentions, difference)) continue;
    const again = readAgain(chunks[index]!, chunks[index + 1], labels, work);
    if (again === undefined) return undefined;
    chunks[index] = again;
    reread.push(index);
  }
  return reread;
}

/** The way out when pieces do not fit: slow, but it cannot be wrong. */
function readAtOnce(text: string, work: ReadingWork): Body {
  const source: Source = { first: text, rest: [], next: 0, continuation: undefined, meets: () => false };
  const { chunks } = readChunks(source, DocumentLabels.empty, work)!;
  const labels = DocumentLabels.empty.replace([], chunks);
  return { chunks, labels, ...measureFrom(chunks, undefined, undefined) };
}

function readAllAgain(before: Body, change: BodyChange, work: ReadingWork): EditedBody {
  const old = textOf(before.chunks, 0, before.chunks.length);
  const body = readAtOnce(old.slice(0, change.start) + change.text + old.slice(change.end), work);
  const changed = { from: 0, toBefore: before.chunks.length, toAfter: body.chunks.length, reread: [] };
  return { body, changed };
}

function measureFrom(
  chunks: readonly Chunk[],
  before: Body | undefined,
  changed: ChangedChunks | undefined,
): Pick<Body, 'starts' | 'lines'> {
  const starts = new Int32Array(chunks.length + 1);
  const lines = new Int32Array(chunks.length + 1);
  const from = changed?.from ?? 0;
  const to = changed?.toAfter ?? chunks.length;
  if (before) {
    starts.set(before.starts.subarray(0, from + 1));
    lines.set(before.lines.subarray(0, from + 1));
  }
  for (let index = from; index < to; index++) {
    starts[index + 1] = starts[index]! + chunks[index]!.text.length;
    lines[index + 1] = lines[index]! + chunks[index]!.lineCount;
  }
  if (before && changed) {
    const shift = changed.toBefore - to;
    const offsets = starts[to]! - before.starts[to + shift]!;
    const endings = lines[to]! - before.lines[to + shift]!;
    for (let index = to + 1; index <= chunks.length; index++) {
      starts[index] = before.starts[index + shift]! + offsets;
      lines[index] = before.lines[index + shift]! + endings;
    }
  }
  return { starts, lines };
}

/** Cuts a text into pieces of about `segmentLength` at blank lines where there are some, else at any line. */
function segmentsOf(text: string): { text: string }[] {
  const segments: { text: string }[] = [];
  const blankLine = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))(?=[^\s])/g;
  const lineEnd = /\r\n|\n|\r/g;
  for (let start = 0; start < text.length;) {
    const ideal = start + segmentLength;
    blankLine.lastIndex = lineEnd.lastIndex = ideal;
    let end = text.length;
    if (ideal < text.length) {
      if (blankLine.exec(text.slice(0, ideal + segmentLength))) end = blankLine.lastIndex;
      else if (lineEnd.exec(text)) end = lineEnd.lastIndex;
    }
    segments.push({ text: text.slice(start, end) });
    start = end;
  }
  return segments;
}

function textOf(chunks: readonly Chunk[], from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index++) text += chunks[index]!.text;
  return text;
}
