import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { NewFile } from '../features/refactor/refactoring';
import type { TextEdit } from '../text/edit';
import type { OpenDocument } from '../workspace/open-document';
import { toTextEdit } from './convert';
import type { Session } from './session';

/** Whether an edit may make files (LSP 3.17, ResourceOperationKind). */
export function canCreateFiles({ client }: Pick<Session, 'client'>): boolean {
  const edit = client.workspace?.workspaceEdit;
  return (edit?.documentChanges && edit.resourceOperations?.includes('create')) ?? false;
}

/**
 * Edits of a document as an editor takes them, versioned where it can tell a stale edit by that.
 * @param newFile made first, where there is one; only for a client that `canCreateFiles`
 */
export function toWorkspaceEdit(
  { client }: Pick<Session, 'client'>,
  { uri, version, lines }: OpenDocument,
  edits: readonly TextEdit[],
  newFile?: NewFile,
): WorkspaceEdit {
  const changes = edits.map((edit) => toTextEdit(lines, edit));
  if (!client.workspace?.workspaceEdit?.documentChanges) return { changes: { [uri]: changes } };
  const own: TextDocumentEdit = { textDocument: { uri, version }, edits: changes };
  if (!newFile) return { documentChanges: [own] };
  const made = new URL(newFile.path.split('/').map(encodeURIComponent).join('/'), uri).href;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      // An existing file is never written over: the whole edit then fails.
      { kind: 'create', uri: made, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri: made, version: null },
        edits: [{ range: { start, end: start }, newText: newFile.text }],
      },
      own,
    ],
  };
}
