import type { Section } from '../../model/section';
import type { MissingSlot } from '../../template/align';
import type { Slot } from '../../template/schema';
import type { SectionState } from '../section-state';

/** How far a line of the outline has come. `partial`: nothing is open in itself, and something is below it. */
export type EntryState = SectionState | 'partial' | 'missing';

/** One line of a spec's outline: the title, the metadata, a section, or one that is missing. */
export interface OutlineEntry {
  readonly kind: 'title' | 'metadata' | 'section';
  /** Tells it from all others of the document, and stays through edits that leave its place in the template as it is. */
  readonly key: string;
  /** Empty for metadata without a heading of its own. */
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
  readonly state: EntryState;
  /** How many placeholders stand in its own body and heading; of the metadata, how many fields are open. */
  readonly placeholders: number;
  /** How many lines below it are open. */
  readonly openBelow: number;
  /** Whether it is there for the sections below it alone and asks nothing itself. */
  readonly holdsOnly: boolean;
  /** The slot that it fills or lacks; undefined for the author's own, and for metadata without a heading. */
  readonly slot: Slot | undefined;
  /** Undefined for what is missing, and for metadata without a heading. */
  readonly section: Section | undefined;
  /** What has to be inserted for it to be there: a missing section brings those below it. */
  readonly gap: Gap | undefined;
  readonly children: readonly OutlineEntry[];
}

/** A place for a section that is not there. */
export interface Gap extends MissingSlot {
  /** Of a repeated one, those that there are. */
  readonly present?: readonly Section[];
}

/** An entry while the outline is put together. */
export type Draft = { -readonly [K in keyof Omit<OutlineEntry, 'children'>]: OutlineEntry[K] } & {
  children: Draft[];
};

/** Whether it waits for its author. */
export function isOpen({ state, holdsOnly }: Pick<OutlineEntry, 'state' | 'holdsOnly'>): boolean {
  return !holdsOnly && state !== 'complete' && state !== 'partial' && state !== 'not-applicable';
}

/** All entries from top to bottom. */
export function flatten(entries: readonly OutlineEntry[]): OutlineEntry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.children)]);
}
