import { t } from '@vscode/l10n';
import type { AnnotatedTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FolderEdit } from '../features/navigation/folder-edit';
import { Refusal } from '../features/navigation/folder';
import { toTextEdit } from './convert';
import type { Session } from './session';

/**
 * A rename as an editor takes it: what is not certain waits for a person to confirm it.
 * @throws Refusal where something is not certain and the editor cannot ask
 */
export function toRenameEdit({ client }: Pick<Session, 'client'>, edit: FolderEdit): WorkspaceEdit {
  const { documentChanges: areVersioned, changeAnnotationSupport } = client.workspace?.workspaceEdit ?? {};
  const asks = areVersioned === true && changeAnnotationSupport !== undefined;
  const documents = edit.documents.filter(({ edits }) => edits.length > 0);
  const doubts = [...new Set(documents.flatMap(({ edits }) => edits.flatMap(({ doubt }) => doubt ?? [])))];
  if (doubts.length > 0 && !asks)
    throw new Refusal(
      t(
        'Not every mention is certain: {0}. Link such a document to the one that it means.',
        doubts.join('; '),
      ),
    );
  if (!areVersioned) {
    const changes = documents.map(({ at: { document }, edits }): [string, TextEdit[]] => [
      document.uri,
      edits.map((each) => toTextEdit(document.lines, each)),
    ]);
    return { changes: Object.fromEntries(changes) };
  }
  const documentChanges = documents.map(({ at: { document, isOpen, version }, edits }): TextDocumentEdit => ({
    textDocument: { uri: document.uri, version: isOpen ? version : null },
    edits: edits.map((each): TextEdit | AnnotatedTextEdit => {
      const plain = toTextEdit(document.lines, each);
      return each.doubt === undefined ? plain : { ...plain, annotationId: each.doubt };
    }),
  }));
  const annotations = doubts.map((label) => [label, { label, needsConfirmation: true }] as const);
  return {
    documentChanges,
    ...(doubts.length > 0 ? { changeAnnotations: Object.fromEntries(annotations) } : {}),
  };
}
