import type { Span } from '../../text/span';

/** A line of its own above a line of the document. */
export interface CodeLens {
  /** What it stands above; absolute. */
  readonly span: Span;
  readonly title: string;
  readonly action: LensAction;
}

/** What happens when somebody chooses it. */
export type LensAction =
  | { readonly kind: 'add-instance'; readonly mark: InstanceMark }
  /** Shows places in the same document; absolute. */
  | { readonly kind: 'show-references'; readonly places: readonly Span[] };

/**
 * Tells the place of a new instance from others without a position, so that it is found again after the document has changed:
 * it goes under section number `index` of `count` with this title.
 */
export interface InstanceMark {
  /** The title of its slot. */
  readonly slot: string;
  /** The title of the section above; null for a top slot. */
  readonly under: string | null;
  readonly index: number;
  readonly count: number;
}
