import { lineEnd } from '../../server/src/text/line';
import type { Span } from '../../server/src/text/span';

/** A stretch of a line that a mark points at. */
export interface CaretMark {
  /** What stands behind the carets. */
  readonly label: string;
  readonly span: Span;
}

/**
 * Reads a text whose lines have marks below them, `^^^^ label`, each under what it is about; several lines of marks may follow
 * one line. The marks are taken out of the text.
 */
export function readCaretMarks(source: string): { text: string; marks: CaretMark[] } {
  const marks: CaretMark[] = [];
  let text = '';
  let last = 0;
  for (const line of source.split(/(?<=\n)/u)) {
    const mark = /^( *)(\^+) (\S.*?)\r?\n?$/u.exec(line);
    if (!mark) {
      last = text.length;
      text += line;
      continue;
    }
    const start = last + mark[1]!.length;
    const span = { start, end: start + mark[2]!.length };
    if (span.end > lineEnd(text, last)) throw new Error(`A mark points behind its line: ${line}`);
    marks.push({ label: mark[3]!, span });
  }
  return { text, marks };
}
