import type { OutlineEntry } from './outline';

/** How far a spec has come. */
export interface Progress {
  /** How many lines of its outline ask for nothing more. */
  readonly complete: number;
  /** How many lines its outline has, missing sections among them. */
  readonly total: number;
}

/** Counts what of an outline is complete. */
export function progressOf(entries: readonly OutlineEntry[]): Progress {
  return { complete: entries.filter(({ state }) => state === 'filled').length, total: entries.length };
}
