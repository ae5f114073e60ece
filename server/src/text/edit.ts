import type { Span } from './span';

/** A change that Specwright proposes: replace `span` of the current text by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Applies edits that all refer to the same text. Insertions at one offset keep their order.
 * @throws RangeError when two edits overlap, since the result would depend on their order.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < position) throw new RangeError(`Edits overlap at offset ${span.start}.`);
    result += text.slice(position, span.start) + newText;
    position = span.end;
  }
  return result + text.slice(position);
}

/** Edits from the first place to the last. Insertions at one offset keep their order. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
