import { applyEdits, type TextEdit } from '../../text/edit';
import { overlap } from '../../text/span';
import { plainUri } from '../../workspace/uri';
import type { Use } from './folder';

/** An edit of a rename. */
export interface RenameEdit extends TextEdit {
  /** Why it is not certain that it belongs to the rename, for a person who decides. */
  readonly doubt?: string;
}

/** What a rename changes, document by document. */
export class FolderEdit {
  readonly #documents = new Map<string, { readonly at: Use['at']; readonly edits: RenameEdit[] }>();

  get documents(): readonly { readonly at: Use['at']; readonly edits: readonly RenameEdit[] }[] {
    return [...this.#documents.values()];
  }

  /** Adds an edit, unless it lies in a stretch that another replaces. */
  add(at: Use['at'], edit: RenameEdit): void {
    const key = plainUri(at.document.uri);
    const known = this.#documents.get(key) ?? { at, edits: [] };
    const isReplaced = known.edits.some(({ span }) => overlap(span, edit.span));
    if (!isReplaced) known.edits.push(edit);
    this.#documents.set(key, known);
  }

  /** The text of a document after its edits. */
  textOf(at: Use['at']): string {
    const edits = this.#documents.get(plainUri(at.document.uri))?.edits ?? [];
    return applyEdits(at.text, edits);
  }
}
