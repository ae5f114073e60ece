import type { Heading, Paragraph, PhrasingContent, Strong } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isLineBreak } from '../text/line';
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

/** What parts one label's value from the next label on the same line. */
const MARK = String.raw`(?:[|·•]|<br\s*/?>|&(?:nbsp|ensp|emsp);)`;
const DASH = '—';
const PARTED = new RegExp(`(?:(?:${MARK}|${DASH})\\s*|[^\\S\\r\\n]{2,})$`, 'iu');
const PARTING = new RegExp(`\\s*(?:${DASH}|(?:${MARK}\\s*)+)\\s*$`, 'iu');
const ENDING = new RegExp(`\\s*(?:${MARK}\\s*)+$`, 'iu');
/** No parting mark reaches farther back than this many units. */
const REACH = 40;

interface Label {
  readonly text: string;
  readonly span: Span;
  /** Where its first mark stands. */
  readonly start: number;
  readonly valueStart: number;
}

/**
 * Cuts a paragraph where a line begins with a bold label, `**Status:** Draft` or `**Status**: Draft`, and where another
 * stands on such a line behind a mark: `**Status:** Draft | **Author:** Anna`.
 */
export function readLabelledText(node: Paragraph | Heading, source: string): LabelledText[] {
  const whole = contentSpan(node, source);
  const labels = readLabels(node, source, whole);
  const result: LabelledText[] = [];
  const firstStart = labels[0]?.lineStart ?? whole.end;
  if (firstStart > whole.start) {
    const valueSpan = trimmed(source, { start: whole.start, end: firstStart });
    if (valueSpan.end > valueSpan.start) result.push({ valueSpan, span: valueSpan });
  }
  labels.forEach((label, index) => {
    const valueSpan = valueBefore(source, label, labels[index + 1], whole.end);
    result.push({
      label: label.text,
      labelSpan: label.span,
      valueSpan,
      span: { start: label.start, end: Math.max(valueSpan.end, label.valueStart) },
    });
  });
  return result;
}

function valueBefore(source: string, label: Label, next: PlacedLabel | undefined, end: number): Span {
  const onOneLine = next && !next.leads;
  const until = next ? Math.max(label.valueStart, onOneLine ? next.start : next.lineStart) : end;
  const from = Math.max(label.valueStart, until - REACH);
  const mark = (onOneLine ? PARTING : ENDING).exec(source.slice(from, until));
  return trimmed(source, { start: label.valueStart, end: mark ? from + mark.index : until });
}

interface PlacedLabel extends Label {
  /** Where its line starts, but not before the paragraph. */
  readonly lineStart: number;
  /** Whether it is the first on its line. */
  readonly leads: boolean;
}

function readLabels({ children }: Paragraph | Heading, source: string, whole: Span): PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  let lineStart = whole.start;
  let position = whole.start;
  children.forEach((child, index) => {
    if (child.type !== 'strong') return;
    const { start } = nodeSpan(child);
    for (; position < start; position++)
      if (isLineBreak(source.charCodeAt(position))) lineStart = position + 1;
    const leads = !/[^>\s]/u.test(source.slice(lineStart, start));
    const previous = labels.at(-1);
    const follows = () =>
      previous?.lineStart === lineStart &&
      PARTED.test(source.slice(Math.max(previous.valueStart, start - REACH), start));
    if (!leads && !follows()) return;
    const label = readLabel(child, children[index + 1], source);
    if (label) labels.push({ ...label, lineStart, leads });
  });
  return labels;
}

function readLabel(node: Strong, next: PhrasingContent | undefined, source: string): Label | undefined {
  const { start, end } = nodeSpan(node);
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
