/** A half-open range of text. Offsets are UTF-16 code units from 0, as in JavaScript strings and LSP. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span moved by `delta` UTF-16 units. */
export function shiftSpan(span: Span, delta: number): Span {
  return { start: span.start + delta, end: span.end + delta };
}

/** Whether two spans share at least one unit. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `offset` lies in the span, its end included. */
export function spanTouches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
