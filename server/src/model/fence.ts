import type { Code } from 'mdast';
import { lineStart } from '../text/line';
import type { Span } from '../text/span';
import { nodeSpan } from './inline-source';

/** A fenced code block (CommonMark 4.5). Spans are relative to the chunk. */
export interface FenceFact {
  /** The first word of its info string, in lower case; undefined where it has none. */
  readonly language: string | undefined;
  readonly code: string;
  /** What stands between the two fence lines. */
  readonly codeSpan: Span;
  /** The opening line's backticks or tildes. */
  readonly markSpan: Span;
  readonly span: Span;
}

/** Reads a code node; undefined for indented code. */
export function readFence(node: Code, source: string): FenceFact | undefined {
  const span = nodeSpan(node);
  const opening = /^(`{3,}|~{3,})[^\r\n]*(?:\r\n|\n|\r|$)/u.exec(source.slice(span.start, span.end));
  if (!opening) return undefined;
  const start = span.start + opening[0].length;
  const body = source.slice(start, span.end);
  const last = lineStart(body, body.length);
  const isClosed = /^[\s>]*(?:`{3,}|~{3,})[ \t]*$/u.test(body.slice(last));
  const eol = /(?:\r\n|\n|\r)?$/u.exec(body.slice(Math.max(0, last - 2), last))![0];
  return {
    language: node.lang?.toLowerCase() ?? undefined,
    code: node.value,
    codeSpan: { start, end: isClosed ? start + last - eol.length : span.end },
    markSpan: { start: span.start, end: span.start + opening[1]!.length },
    span,
  };
}
