import { Chunk } from './chunk';
import type { DocumentLabels } from './labels';
import { movePositions } from './position';
import {
  blocksBetween,
  continuationAt,
  cutAt,
  cutsOf,
  readWindow,
  type Continuation,
  type Cut,
  type Window,
} from './window';

/** What has been read since it was last asked: tests hold it against the size of an edit. */
export interface ReadingWork {
  /** How often the parser was called. */
  windows: number;
  /** How many UTF-16 units it was given, repeated ones included. */
  characters: number;
}

/** A text to read: `first`, then `rest` from number `next` on. */
export interface Source {
  readonly first: string;
  readonly rest: readonly { readonly text: string }[];
  readonly next: number;
  /** What `first` starts in the middle of. */
  readonly continuation: Continuation | undefined;
  /** Whether number `index` of the rest starts with what the reader found there, so that reading may end. */
  meets(index: number, found: Continuation | undefined): boolean;
}

export interface Reading {
  readonly chunks: Chunk[];
  /** Number in the rest at which reading ended; its length if all was read. */
  readonly reached: number;
  /** What was found at `reached`. */
  readonly continuation: Continuation | undefined;
}

/** The first step beyond the piece that surely has to be read, and the largest while reading gets on. */
const firstStep = 256;
const longestStep = 2048;

/**
 * Reads chunks until one of the rest is met. Each window has one line more than what is taken from it, since only
 * the next line shows how a chunk ends; and only what lies before a cut is taken, since what follows the last cut
 * could go on beyond the window.
 * @returns `undefined` when the text does not fit `source.continuation`.
 */
export function readChunks(source: Source, labels: DocumentLabels, work: ReadingWork): Reading | undefined {
  const { rest } = source;
  const chunks: Chunk[] = [];
  let { first: pending, next, continuation } = source;
  let step = firstStep;
  for (;;) {
    const atEnd = next >= rest.length;
    const text = atEnd ? pending : pending + firstLine(rest[next]!.text);
    const window = readWindow(text, continuation, labels.seedsFor(text));
    work.windows++;
    work.characters += text.length;
    if (window === undefined) return undefined;
    const cuts = cutsOf(window, pending.length);
    if (atEnd) {
      takeChunks(window, cuts, undefined, chunks);
      return { chunks, reached: next, continuation: undefined };
    }
    const end = cutAt(window, pending.length);
    if (end) {
      const found = continuationAt(window, end);
      if (source.meets(next, found)) {
        takeChunks(window, cuts, end, chunks);
        return { chunks, reached: next, continuation: found };
      }
    }
    const last = cuts.at(-1);
    if (last) {
      continuation = continuationAt(window, last);
      takeChunks(window, cuts, last, chunks);
      pending = pending.slice(last.offset);
    }
    const enough = pending.length + step;
    while (next < rest.length && pending.length < enough) pending += rest[next++]!.text;
    step = last ? Math.min(2 * step, longestStep) : 2 * step;
  }
}

/** The same chunk, read again because the labels of the document are others now. */
export function readAgain(
  chunk: Chunk,
  following: Chunk | undefined,
  labels: DocumentLabels,
  work: ReadingWork,
): Chunk | undefined {
  const text = chunk.text + (following ? firstLine(following.text) : '');
  const window = readWindow(text, continuationOf(chunk), labels.seedsFor(text));
  work.windows++;
  work.characters += text.length;
  if (window === undefined) return undefined;
  const end = following && cutAt(window, chunk.text.length);
  if (following && !end) return undefined;
  const chunks: Chunk[] = [];
  takeChunks(window, [], end, chunks);
  return chunks[0];
}

/**
 * The slices from number `index` on of a table that has got the header `found`, with that header: a row reads the
 * same below any. None if it is the header that they have.
 */
export function withOtherHead(
  chunks: readonly Chunk[],
  index: number,
  found: Continuation | undefined,
): Chunk[] {
  const changed: Chunk[] = [];
  if (found?.type !== 'table') return changed;
  const { align, head, headText } = found;
  for (; index < chunks.length; index++) {
    const [block, ...others] = chunks[index]!.blocks;
    if (!block?.continues || block.node.type !== 'table' || block.headText === headText) break;
    const node = { ...block.node, align };
    changed.push(new Chunk(chunks[index]!.text, [{ node, continues: true, head, headText }, ...others]));
    if (others.length > 0) break;
  }
  return changed;
}

/** What a chunk starts in the middle of. */
export function continuationOf(chunk: Chunk): Continuation | undefined {
  const block = chunk.blocks[0];
  if (!block?.continues) return undefined;
  if (block.node.type !== 'table') return { type: 'list' };
  return { type: 'table', align: block.node.align, head: block.head!, headText: block.headText! };
}

/** Adds the chunks between the cuts before `end`. The window is used up: its nodes become relative to their chunks. */
function takeChunks(window: Window, cuts: readonly Cut[], end: Cut | undefined, into: Chunk[]): void {
  const inner = end ? cuts.filter((cut) => cut.offset < end.offset) : cuts;
  const bounds: (Cut | undefined)[] = [{ offset: 0, node: 0, child: 0 }, ...inner, end];
  const pieces = [];
  for (let index = 0; index + 1 < bounds.length; index++) {
    const from = bounds[index]!;
    const to = bounds[index + 1];
    const text = window.text.slice(from.offset, to?.offset);
    pieces.push({ text, blocks: blocksBetween(window, from, to), from, lines: linesBefore(window, from) });
  }
  // Only now, since a piece is cut by the positions of its neighbours.
  for (const { text, blocks, from, lines } of pieces) {
    for (const block of blocks) movePositions(block.node, -from.offset, -lines);
    into.push(new Chunk(text, blocks));
  }
}

function linesBefore(window: Window, cut: Cut): number {
  if (cut.offset === 0) return 0;
  const node = window.nodes[cut.node]!;
  const first = cut.child > 0 && 'children' in node ? node.children[cut.child]! : node;
  return first.position!.start.line - 1;
}

function firstLine(text: string): string {
  const end = /\r\n|\n|\r/.exec(text);
  return end ? text.slice(0, end.index + end[0].length) : text;
}
