import type { Span } from '../../server/src/text/span';

/** A text with a place in it. */
export interface MarkedText {
  /** Without the marks. */
  readonly text: string;
  /** Empty where the mark is a cursor. Offsets in `text`. */
  readonly span: Span;
}

/**
 * Reads a text with one mark: `$0` where the cursor is, or `«…»` around what is selected.
 * @throws Error where there is no mark, or more than one
 */
export function readMarked(source: string): MarkedText {
  const marks = [...source.matchAll(/\$0|«|»/gu)];
  const found = marks.map(([mark]) => mark).join('');
  if (found === '$0') {
    const start = marks[0]!.index;
    return { text: source.replace('$0', ''), span: { start, end: start } };
  }
  if (found !== '«»')
    throw new Error(`A text needs one "$0" or one «…», and this has "${found}":\n${source}`);
  const [start, end] = marks.map(({ index }) => index);
  return { text: source.replace(/[«»]/gu, ''), span: { start: start!, end: end! - 1 } };
}
