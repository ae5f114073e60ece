import type { Schema } from '../../template/schema';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { WorkspaceView } from '../../workspace/index/view';
import type { Clock } from '../../workspace/ports';
import type { Spec } from '../../workspace/spec';

/** What a refactoring may look at. */
export interface RefactorContext {
  readonly spec: Spec;
  /** The selection, or an empty span at the cursor; absolute. */
  readonly span: Span;
  /**
   * Whether the author asked for refactorings, by a command or a menu of them. Otherwise they stand among the quick fixes, and
   * only those belong there that are about the very line of the cursor.
   */
  readonly isAskedFor: boolean;
  /** The templates that the document could follow. */
  readonly schemas: readonly Schema[];
  readonly workspace: WorkspaceView;
  readonly clock: Clock;
  /** The name of whoever is writing; empty where it is not known. */
  readonly author: string;
}

/** A file that a refactoring makes; it must not exist yet. */
export interface NewFile {
  /** Relative to the document's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A change of a document that an author may want though nothing is wrong. One that can't be made safely is not offered. */
export interface Refactoring {
  /** What an editor shows; no two of one kind read the same. */
  readonly title: string;
  /** As LSP's CodeActionKind: `refactor.move.section`. */
  readonly kind: string;
  readonly edits: readonly TextEdit[];
  /** Whether the edits take long to make: they are made when they are first read, and there are some. */
  readonly isLate?: true;
  readonly newFile?: NewFile;
}

/** One sort of refactoring. */
export interface RefactoringProvider {
  /** The kind that all that it offers is of, or below. */
  readonly kind: string;
  /** What it offers for the place of the cursor; empty where nothing can be done safely. */
  readonly offer: (context: RefactorContext) => readonly Refactoring[];
}
