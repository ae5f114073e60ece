import type { InlineCode } from 'mdast';
import type { Span } from '../text/span';
import { nodeSpan } from './inline-source';

/** A code span (CommonMark 6.1). Its span is relative to the chunk, backticks included. */
export interface CodeSpanFact {
  readonly code: string;
  readonly span: Span;
}

/** Reads a code span. */
export function readCodeSpan(node: InlineCode): CodeSpanFact {
  return { code: node.value, span: nodeSpan(node) };
}
