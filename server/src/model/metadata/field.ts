import type { Span } from '../../text/span';

/** How a field is written. A document keeps the dialect that it has. */
export type FieldDialect =
  'front-matter' | 'bold-line' | 'plain-line' | 'table' | 'list' | 'body-block' | 'yaml-fence';

/** Whether a dialect is YAML, in which a value may need quotes. */
export function isYamlDialect(dialect: FieldDialect): boolean {
  return dialect === 'front-matter' || dialect === 'body-block' || dialect === 'yaml-fence';
}

/** A labelled value of a document's metadata. Spans are relative to where the field stands: its chunk, or the YAML text. */
export interface FieldFact {
  readonly dialect: FieldDialect;
  /** As written, e.g. `Related PRD`. */
  readonly name: string;
  /** As compared. */
  readonly folded: string;
  /** Without markup around it; empty where the field has none. */
  readonly value: string;
  /** The value in the source; empty, and where it would stand, when the field has none. */
  readonly valueSpan: Span;
  /** Whether it is a field wherever it stands; others are fields only before the first section. */
  readonly isCertain: boolean;
  /** Whether the next field has a line of its own and is rendered on the same line as this one, for want of a hard break. */
  readonly joinsNext?: boolean;
  /** The whole field: line, row, item or key with its value. */
  readonly span: Span;
}
