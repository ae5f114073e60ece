import { flatten, isOpen, type OutlineEntry } from './outline/entry';

/** How far a spec has come. */
export interface Progress {
  /** How many lines of its outline ask for nothing more. */
  readonly complete: number;
  /** How many lines of its outline there are to complete, missing sections among them. */
  readonly total: number;
}

/**
 * Counts what of an outline is complete. The title, the metadata and each section count as one, also one that does not apply,
 * and each missing one, with those below it. A section that only holds others does not count: it is as complete as they are.
 */
export function progressOf(entries: readonly OutlineEntry[]): Progress {
  const counted = flatten(entries).filter(({ holdsOnly }) => !holdsOnly);
  return { complete: counted.filter((entry) => !isOpen(entry)).length, total: counted.length };
}
