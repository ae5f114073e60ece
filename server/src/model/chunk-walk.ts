import type { Chunk } from '../syntax/chunk';
import { chunkDifference } from './chunk-difference';
import { chunkFacts } from './chunk-facts';
import type { AnchorFact } from './anchor';
import type { Directive } from './directive';
import type { FenceFact } from './fence';
import type { HeadingFact } from './heading';
import type { IdentifierFact } from './identifier';
import type { LinkFact } from './link';
import type { ItemFact } from './list-item';
import type { MentionFact } from './mention';
import type { TableFact } from './table';

/** Something that stands in a chunk, which is an index into the chunks of the tree. */
export interface Placed {
  readonly chunk: number;
}

export interface HeadingAt extends Placed {
  readonly fact: HeadingFact;
}

export interface DirectiveAt extends Placed {
  readonly directive: Directive;
}

/** A table, a fence or the like, in the chunk that it stands in. */
export interface FactAt<T> extends Placed {
  readonly fact: T;
}

/** What rules may look at across a whole document. */
export interface PlacedContent {
  readonly tables: readonly FactAt<TableFact>[];
  readonly fences: readonly FactAt<FenceFact>[];
  readonly items: readonly FactAt<ItemFact>[];
  /** Items with a box to tick (GFM 5.3). */
  readonly tasks: readonly FactAt<ItemFact>[];
  readonly links: readonly FactAt<LinkFact>[];
  /** What links can lead to beside the headings at the root. */
  readonly anchors: readonly FactAt<AnchorFact>[];
  readonly identifiers: readonly FactAt<IdentifierFact>[];
  readonly mentions: readonly FactAt<MentionFact>[];
}

/** The facts of all chunks of a document, in its order. A list in which an edit changes nothing stays the same list. */
export interface Walk {
  readonly chunks: readonly Chunk[];
  readonly headings: readonly HeadingAt[];
  readonly directives: readonly DirectiveAt[];
  readonly content: PlacedContent;
  /** Digests of the blocks before the first heading, then in each section before its first child; no more than a few of each. */
  readonly digests: readonly (readonly number[])[];
}

const NOTHING: Walk = {
  chunks: [],
  headings: [],
  directives: [],
  content: {
    tables: [],
    fences: [],
    items: [],
    tasks: [],
    links: [],
    anchors: [],
    identifiers: [],
    mentions: [],
  },
  digests: [[]],
};

/** More blocks than any guidance has tell nothing more, and a section may have thousands. */
const ENOUGH_DIGESTS = 24;

/** Gathers the facts of chunks; what stands in those that were there `before` is taken from there. */
export function walkChunks(chunks: readonly Chunk[], before: Walk = NOTHING): Walk {
  const difference = chunkDifference(before.chunks, chunks);
  const headings: HeadingAt[] = [];
  const directives: DirectiveAt[] = [];
  const tables: FactAt<TableFact>[] = [];
  const fences: FactAt<FenceFact>[] = [];
  const items: FactAt<ItemFact>[] = [];
  const tasks: FactAt<ItemFact>[] = [];
  const links: FactAt<LinkFact>[] = [];
  const anchors: FactAt<AnchorFact>[] = [];
  const identifiers: FactAt<IdentifierFact>[] = [];
  const mentions: FactAt<MentionFact>[] = [];
  for (let chunk = difference.from; chunk < difference.toAfter; chunk++) {
    const facts = chunkFacts(chunks[chunk]!);
    for (const fact of facts.headings) headings.push({ fact, chunk });
    for (const directive of facts.directives) directives.push({ directive, chunk });
    for (const fact of facts.tables) tables.push({ fact, chunk });
    for (const fact of facts.fences) fences.push({ fact, chunk });
    for (const fact of facts.items) {
      items.push({ fact, chunk });
      if (fact.checked !== undefined) tasks.push({ fact, chunk });
    }
    for (const fact of facts.links) links.push({ fact, chunk });
    for (const fact of facts.anchors) anchors.push({ fact, chunk });
    for (const fact of facts.identifiers) identifiers.push({ fact, chunk });
    for (const fact of facts.mentions) mentions.push({ fact, chunk });
  }
  const shift = difference.toAfter - difference.toBefore;
  const moved = <T extends Placed>(each: T): T => ({ ...each, chunk: each.chunk + shift });
  const replaced = <T extends Placed>(list: readonly T[], fresh: readonly T[]): readonly T[] =>
    replaceFrom(list, difference, fresh, shift === 0 ? undefined : moved);
  const walk = {
    chunks,
    headings: replaced(before.headings, headings),
    directives: replaced(before.directives, directives),
    content: {
      tables: replaced(before.content.tables, tables),
      fences: replaced(before.content.fences, fences),
      items: replaced(before.content.items, items),
      tasks: replaced(before.content.tasks, tasks),
      links: replaced(before.content.links, links),
      anchors: replaced(before.content.anchors, anchors),
      identifiers: replaced(before.content.identifiers, identifiers),
      mentions: replaced(before.content.mentions, mentions),
    },
  };
  // The part before the stretch's first heading belongs to the section that was open there.
  const first = countBefore(before.headings, difference.from);
  const last = countBefore(before.headings, difference.toBefore);
  const digests = Array.from({ length: headings.length + 1 }, (_, i) => digestsOf(walk, first + i));
  return { ...walk, digests: withDigests(before.digests, first, last, digests) };
}

/**
 * A list with what stood in the differing stretch replaced.
 * @param move what becomes of what stands behind the stretch; undefined: it stays
 */
export function replaceFrom<T extends Placed>(
  list: readonly T[],
  { from, toBefore }: { readonly from: number; readonly toBefore: number },
  fresh: readonly T[],
  move: ((each: T) => T) | undefined,
): readonly T[] {
  const start = countBefore(list, from);
  const end = countBefore(list, toBefore);
  if (start === end && fresh.length === 0 && (!move || end === list.length)) return list;
  const behind = list.slice(end);
  return list.slice(0, start).concat(fresh, move ? behind.map(move) : behind);
}

/** How many of a list, which is in document order, stand before a chunk. */
export function countBefore(list: readonly Placed[], chunk: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.chunk < chunk) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The digests between heading number `index - 1` and the next; up to the first heading for 0. */
function digestsOf(
  { chunks, headings }: Pick<Walk, 'chunks' | 'headings'>,
  index: number,
): readonly number[] {
  const heading = headings[index - 1];
  const digests: number[] = [];
  if (heading) {
    const inChunk = index - countBefore(headings, heading.chunk);
    digests.push(...chunkFacts(chunks[heading.chunk]!).digests[inChunk]!);
  }
  const end = headings[index]?.chunk ?? chunks.length - 1;
  for (let chunk = heading ? heading.chunk + 1 : 0; chunk <= end; chunk++) {
    if (digests.length >= ENOUGH_DIGESTS) break;
    const [before] = chunkFacts(chunks[chunk]!).digests;
    digests.push(...before!.slice(0, ENOUGH_DIGESTS - digests.length));
  }
  return digests;
}

/** The digests of sections with those of numbers `first` to `last` replaced; the same list where nothing in it changes. */
function withDigests(
  before: Walk['digests'],
  first: number,
  last: number,
  fresh: Walk['digests'],
): Walk['digests'] {
  const isSame =
    last - first + 1 === fresh.length &&
    fresh.every((digests, i) => {
      const known = before[first + i]!;
      return known.length === digests.length && digests.every((digest, j) => digest === known[j]);
    });
  return isSame ? before : before.slice(0, first).concat(fresh, before.slice(last + 1));
}
