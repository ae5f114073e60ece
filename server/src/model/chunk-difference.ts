import type { Chunk } from '../syntax/chunk';

/** The stretch in which two lists of chunks differ; before and behind it they have the same objects. */
export interface ChunkDifference {
  /** The first chunk that differs; the same number before and after. */
  readonly from: number;
  /** End (exclusive) of the stretch in the list before. */
  readonly toBefore: number;
  /** End (exclusive) of the stretch in the list after. */
  readonly toAfter: number;
}

/** Compares two snapshots of a document, however many edits lie between them, by the identity of their chunks. */
export function chunkDifference(before: readonly Chunk[], after: readonly Chunk[]): ChunkDifference {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let toBefore = before.length;
  let toAfter = after.length;
  while (toBefore > from && toAfter > from && before[toBefore - 1] === after[toAfter - 1]) {
    toBefore--;
    toAfter--;
  }
  return { from, toBefore, toAfter };
}
