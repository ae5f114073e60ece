/** A half-open range of text. Offsets are UTF-16 code units from 0, as in JavaScript strings and LSP. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans have text in common. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether two spans overlap or meet: a cursor right behind a word still is at the word. */
export function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether an offset is in a span or at its end, where a cursor right behind a word still is at the word. */
export function isAt({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The span moved by `delta` UTF-16 units. */
export function shiftSpan(span: Span, delta: number): Span {
  return { start: span.start + delta, end: span.end + delta };
}
