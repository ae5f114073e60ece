import type { CompletionKind } from '../completion';
import type { Cursor } from '../cursor';

/** What a field or a column waits for. */
export interface Asked {
  /** The folded name of the field or the title of the column. */
  readonly folded: string;
  /** The values to choose from, where the template lists them. */
  readonly choices: readonly string[] | undefined;
  readonly isDate: boolean;
  readonly isVersion: boolean;
  /** Whether it is the id of the document itself. */
  readonly isOwnId: boolean;
  /** What the template has in the place of the value; of a column in its first row. */
  readonly placeholder: string;
  /** What stands there now. */
  readonly value: string;
}

/** A value that fits. */
export interface Value {
  /** As text, without what its place needs around it. */
  readonly value: string;
  /** Whether it is Markdown that is to stand as it is. */
  readonly isMarkdown?: boolean;
  /** What an editor lists, where it is not the value itself. */
  readonly label?: string;
  readonly kind: CompletionKind;
  readonly detail?: string | undefined;
}

/** One sort of values. */
export type ValueReader = (cursor: Cursor, asked: Asked) => readonly Value[];
