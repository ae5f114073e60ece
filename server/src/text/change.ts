import type { Span } from './span';

/** What a person or a client did to a text: `span` of the text before was replaced by `text`. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/** The text after the change. */
export function applyChange(text: string, change: TextChange): string {
  return text.slice(0, change.span.start) + change.text + text.slice(change.span.end);
}

/** By how many UTF-16 units the change moves what follows it. */
export function changeDelta(change: TextChange): number {
  return change.text.length - (change.span.end - change.span.start);
}
