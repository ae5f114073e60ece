import type { DocumentModel } from '../../model/document-model';
import type { TextEdit } from '../../text/edit';
import { inOrder } from '../../text/edit';
import type { Span } from '../../text/span';
import { editedModel } from '../refactor/edited-model';

interface Piece {
  /** Where it goes in the text as it was. */
  readonly at: number;
  text: string;
}

/** A document that gains text and loses none: what was added may be changed again, the author's own cannot. */
export class Growth {
  private current: DocumentModel;
  private readonly pieces: Piece[] = [];

  constructor(model: DocumentModel) {
    this.current = model;
  }

  /** The document as it is now. */
  get model(): DocumentModel {
    return this.current;
  }

  /** Where added text stands now, in order. */
  get added(): readonly Span[] {
    let shift = 0;
    return this.pieces.map(({ at, text }) => {
      const start = at + shift;
      shift += text.length;
      return { start, end: start + text.length };
    });
  }

  /**
   * Adds text, or changes what was added.
   * @param edits refer to the document as it is now
   * @throws RangeError where an edit would take away what was there before
   */
  apply(edits: readonly TextEdit[]): void {
    for (const edit of inOrder(edits).reverse()) this.put(edit);
    this.current = editedModel(this.current, edits);
  }

  /** What makes the document of the text as it was. */
  edits(): TextEdit[] {
    return this.pieces.map(({ at, text }) => ({ span: { start: at, end: at }, newText: text }));
  }

  private put({ span: { start, end }, newText }: TextEdit): void {
    let shift = 0;
    let index = 0;
    for (; index < this.pieces.length; index++) {
      const piece = this.pieces[index]!;
      const from = piece.at + shift;
      if (end < from) break;
      if (start >= from && end <= from + piece.text.length) {
        piece.text = piece.text.slice(0, start - from) + newText + piece.text.slice(end - from);
        return;
      }
      shift += piece.text.length;
    }
    if (start !== end) throw new RangeError(`The text from ${start} to ${end} is the author's.`);
    this.pieces.splice(index, 0, { at: start - shift, text: newText });
  }
}
