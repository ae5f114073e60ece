import { inOrder, type TextEdit } from './edit';
import type { Span } from './span';

/** A stretch of a text that stays as it is, or new text. */
type Piece = Span | string;

/**
 * The edits that do at once what rounds of edits do one after another.
 * @param rounds the edits of each refer to the text that the rounds before have left
 * @returns edits of the first text, in order; where nothing changes in the end there is none
 */
export function composeEdits(text: string, rounds: readonly (readonly TextEdit[])[]): TextEdit[] {
  let pieces: readonly Piece[] = [{ start: 0, end: text.length }];
  for (const edits of rounds) pieces = edited(pieces, edits);
  return toEdits(text, pieces);
}

function edited(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  let position = 0;
  for (const { span, newText } of inOrder(edits)) {
    result.push(...cut(pieces, { start: position, end: span.start }), newText);
    position = span.end;
  }
  return [...result, ...cut(pieces, { start: position, end: Infinity })];
}

/** The pieces of a stretch of the text that the pieces make. */
function cut(pieces: readonly Piece[], { start, end }: Span): Piece[] {
  const result: Piece[] = [];
  let position = 0;
  for (const piece of pieces) {
    const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
    const from = Math.max(0, start - position);
    const to = Math.min(length, end - position);
    if (from < to)
      result.push(
        typeof piece === 'string'
          ? piece.slice(from, to)
          : { start: piece.start + from, end: piece.start + to },
      );
    position += length;
  }
  return result;
}

/** What stands between the stretches that stay; they are in the order that they had, since edits move nothing. */
function toEdits(text: string, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let position = 0;
  let newText = '';
  for (const piece of [...pieces, { start: text.length, end: text.length }]) {
    if (typeof piece === 'string') {
      newText += piece;
      continue;
    }
    const span = { start: position, end: piece.start };
    if (text.slice(span.start, span.end) !== newText) edits.push({ span, newText });
    position = piece.end;
    newText = '';
  }
  return edits;
}
