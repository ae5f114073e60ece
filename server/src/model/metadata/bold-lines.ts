import type { Heading, Nodes, Paragraph } from 'mdast';
import { foldWords } from '../fold';
import { contentSpan, nodeSpan } from '../inline-source';
import { readLabelledText } from '../labelled-text';
import type { FieldFact } from './field';
import { plainValue } from './plain-value';

/** `**Status:** Draft` and `**Status**: Draft`, one a line. */
export function readBoldLines(paragraph: Paragraph | Heading, source: string): FieldFact[] {
  const pieces = readLabelledText(paragraph, source);
  return pieces.flatMap((piece, index) => {
    if (piece.label === undefined) return [];
    const { value, valueSpan } = plainValue(source, piece.valueSpan);
    const next = pieces[index + 1];
    const joinsNext =
      paragraph.type === 'paragraph' &&
      next !== undefined &&
      isSoftBreak(source.slice(piece.span.end, next.span.start));
    return [
      {
        dialect: 'bold-line',
        isCertain: false,
        name: piece.label,
        folded: foldWords(piece.label),
        value,
        valueSpan,
        joinsNext,
        span: piece.span,
      },
    ];
  });
}

/** Whether what parts two labels is a line ending without a hard break before it (CommonMark 6.8). */
function isSoftBreak(between: string): boolean {
  return /^[ \t]*(?:\r\n|\n|\r)[ \t>]*$/u.test(between) && !/^[ \t]* {2}[\r\n]/u.test(between);
}

const BOLD_LINE = /^[ \t]*(\*\*|__)[^*_\r\n]{1,60}(?::\1|\1[ \t]*:)/u;

/**
 * Whether a node is bold lines with a `---` directly below them. To CommonMark (4.3) they are a setext heading, which
 * nobody who wrote them meant.
 */
export function isBoldBlock(node: Nodes, source: string): boolean {
  if (node.type !== 'heading' || node.depth !== 2) return false;
  if (source.slice(nodeSpan(node).start).trimStart().startsWith('#')) return false;
  const content = contentSpan(node, source);
  return source
    .slice(content.start, content.end)
    .split(/\r\n|\n|\r/u)
    .every((line) => BOLD_LINE.test(line));
}
