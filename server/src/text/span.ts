/** A half-open range of text. Offsets are UTF-16 code units from 0, as in JavaScript strings and LSP. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span moved by `delta` UTF-16 units. */
export function shiftSpan(span: Span, delta: number): Span {
  return { start: span.start + delta, end: span.end + delta };
}
