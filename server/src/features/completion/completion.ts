import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Stop } from '../snippet-text';
import type { Cursor } from './cursor';

/** What a completion stands for; editors show an icon for it. */
export type CompletionKind =
  | 'section'
  | 'requirement'
  | 'field'
  | 'choice'
  | 'value'
  | 'date'
  | 'person'
  | 'document'
  | 'row'
  | 'code'
  | 'rule';

/** Something that an author may want to write at the cursor, in plain data. */
export interface Completion {
  /** What an editor lists. */
  readonly label: string;
  readonly kind: CompletionKind;
  /** What tells it from others, in a few words: `required`, `next Monday`. */
  readonly detail?: string | undefined;
  /** More about it, as Markdown that is safe to show; made when it is looked at. */
  readonly documentation?: (() => string) | undefined;
  /** What is replaced; absolute, in the line of the cursor and around it. */
  readonly span: Span;
  /** Whether what stands behind the cursor may be a word of its own, and stays where the editor inserts instead of replacing. */
  readonly keepsRest?: boolean | undefined;
  readonly text: string;
  /** Where an author goes on, in their order; absent where nothing is to be filled in. */
  readonly stops?: readonly Stop[] | undefined;
  /** What else is changed, on other lines. */
  readonly also?: readonly TextEdit[] | undefined;
  /** What is typed to find it, from the start of the span; the label where it is left out. */
  readonly filter?: string | undefined;
}

/** One sort of completions. */
export interface CompletionSource {
  /** The characters after which it may have something; on demand it is always asked. */
  readonly triggers: string;
  /** What it has for the place of the cursor, the likeliest first; empty where nothing is certain to fit. */
  readonly offer: (cursor: Cursor) => readonly Completion[];
}
