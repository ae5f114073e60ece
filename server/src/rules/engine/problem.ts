import type { Span } from '../../text/span';
import type { Severity } from '../../workspace/configuration';
import type { Rule } from './rule';

/** Another place that a problem is about. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** Something wrong in a document, where it stands now. */
export interface Problem {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
  /** Absolute, in the text of the snapshot that was checked. */
  readonly span: Span;
  /** Other places in the same text that it is about. */
  readonly related: readonly RelatedPlace[];
  /** The template heading concerned. */
  readonly slot: string | undefined;
  /** What the rule's fix needs to know. */
  readonly data: unknown;
}
