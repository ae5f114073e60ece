import type { Paragraph, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Span } from '../text/span';
import { contentSpan, nodeSpan } from './inline-source';

/** A stretch of a paragraph: a bold label with what follows it, or text without a label. Spans are relative to the chunk. */
export interface LabelledText {
  /** Without markup and colon; undefined for text without a label. */
  readonly label?: string;
  /** The label's text inside its `**`. */
  readonly labelSpan?: Span;
  /** What follows the label, without surrounding white space; may be empty. */
  readonly valueSpan: Span;
  /** The whole, from the label's first mark. */
  readonly span: Span;
}

/**
 * Cuts a paragraph where a line begins with a bold label: `**Status:** Draft` or `**Status**: Draft`, several of which
 * may stand in one soft-wrapped paragraph.
 */
export function readLabelledText(paragraph: Paragraph, source: string): LabelledText[] {
  const whole = contentSpan(paragraph, source);
  const labels = paragraph.children
    .map((child, index) => readLabel(child, paragraph.children[index + 1], source, whole))
    .filter((label) => label !== undefined);
  const result: LabelledText[] = [];
  const firstStart = labels[0]?.start ?? whole.end;
  if (firstStart > whole.start) {
    const valueSpan = trimmed(source, { start: whole.start, end: firstStart });
    if (valueSpan.end > valueSpan.start) result.push({ valueSpan, span: valueSpan });
  }
  labels.forEach((label, index) => {
    const end = labels[index + 1]?.start ?? whole.end;
    const valueSpan = trimmed(source, { start: label.valueStart, end });
    result.push({
      label: label.text,
      labelSpan: label.span,
      valueSpan,
      span: { start: label.start, end: Math.max(valueSpan.end, label.valueStart) },
    });
  });
  return result;
}

function readLabel(
  node: PhrasingContent,
  next: PhrasingContent | undefined,
  source: string,
  paragraph: Span,
) {
  if (node.type !== 'strong') return undefined;
  const { start, end } = nodeSpan(node);
  const lineStart = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  const before = source.slice(Math.max(lineStart, paragraph.start), start);
  if (before.replace(/[>\s]/gu, '') !== '') return undefined;
  const inner = toString(node).trim();
  const span = contentSpan(node, source);
  if (inner.endsWith(':')) {
    return {
      text: inner.slice(0, -1).trim(),
      start,
      span: { start: span.start, end: span.end - 1 },
      valueStart: end,
    };
  }
  const colon = next?.type === 'text' ? /^\s*:/u.exec(source.slice(end, nodeSpan(next).end)) : null;
  return colon ? { text: inner, start, span, valueStart: end + colon[0].length } : undefined;
}

/** The span without white space at either end, and without a hard break's backslash (CommonMark 6.7). */
export function trimmed(source: string, span: Span): Span {
  const text = source.slice(span.start, span.end);
  const leading = text.length - text.trimStart().length;
  const content = text.trim().replace(/\\$/u, '').trimEnd();
  const start = span.start + (content === '' ? 0 : leading);
  return { start, end: start + content.length };
}
