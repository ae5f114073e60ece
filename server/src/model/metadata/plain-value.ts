import type { Span } from '../../text/span';
import { trimmed } from '../labelled-text';

const WRAPPED = /^(\*\*|__|`|"|'|\*|_)([\s\S]+)\1$/u;
const TRAILING_COMMENT = /\s+#\s.*$/u;

/** A value without the emphasis, code marks or quotes around it, and where the rest stands in the source. */
export function plainValue(source: string, span: Span): { value: string; valueSpan: Span } {
  let valueSpan = trimmed(source, span);
  for (;;) {
    const text = source.slice(valueSpan.start, valueSpan.end);
    const wrapped = WRAPPED.exec(text);
    if (!wrapped || wrapped[2]!.includes(wrapped[1]!)) return { value: text, valueSpan };
    const mark = wrapped[1]!.length;
    valueSpan = { start: valueSpan.start + mark, end: valueSpan.end - mark };
  }
}

/** The span of a YAML value without a comment behind it. */
export function withoutComment(source: string, span: Span): Span {
  const comment = TRAILING_COMMENT.exec(source.slice(span.start, span.end));
  return comment ? { start: span.start, end: span.start + comment.index } : span;
}
