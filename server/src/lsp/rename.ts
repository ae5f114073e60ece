import {
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type CancellationToken,
  type PrepareRenameResult,
  type ShowMessageParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { asOpen, hasChanged } from '../workspace/folder-documents';
import { renamableAt, rename } from '../features/navigation/rename';
import { toRange } from './convert';
import { contentModified, folderAround, toResponseError } from './folder';
import { answer } from './guard';
import { symbolFor } from './navigation';
import type { Capable, Session } from './session';
import { toRenameEdit } from './rename-edit';

/**
 * Rename of ids and headings. An editor that knows Markdown renames headings itself, and is the next to be asked where the
 * server refuses; on a heading it would then put the new id in the place of the whole title. So there a refusal is shown as a
 * message, and answered with an edit of nothing.
 */
export function serveRename(session: Session): Capable {
  const { connection } = session;
  const prepares = () => session.client.textDocument?.rename?.prepareSupport === true;

  connection.onPrepareRename(({ textDocument, position }, token) =>
    answer<PrepareRenameResult | null>(session, 'prepare rename', token, null, async () => {
      const document = session.documents.get(textDocument.uri);
      const folder = document && (await folderAround(session, textDocument.uri, token));
      const symbol = folder && symbolFor(session, document, position, folder);
      if (!symbol) return null;
      try {
        const found = await renamableAt(document, symbol, folder);
        return found ? { range: toRange(document.lines, found.span), placeholder: found.name } : null;
      } catch (error) {
        throw toResponseError(error);
      }
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    answer<WorkspaceEdit | null>(session, 'rename', token, null, async () => {
      try {
        return await renameAt(textDocument.uri, position, newName, token);
      } catch (error) {
        const answered = toResponseError(error);
        if (
          !session.editorKnowsMarkdown ||
          !(answered instanceof ResponseError) ||
          token.isCancellationRequested
        )
          throw answered;
        const message: ShowMessageParams = { type: MessageType.Error, message: answered.message };
        await connection.sendNotification(ShowMessageNotification.type, message);
        return { changes: {} };
      }
    }),
  );
  return { capabilities: () => ({ renameProvider: prepares() ? { prepareProvider: true } : true }) };

  async function renameAt(
    uri: string,
    position: { line: number; character: number },
    newName: string,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | null> {
    const document = session.documents.get(uri);
    const folder = document && (await folderAround(session, uri, token));
    if (!folder) return null;
    const origin = asOpen(document);
    const symbol = symbolFor(session, document, position, folder);
    const edit = symbol && (await rename(document, symbol, newName, folder));
    if (!edit) return null;
    if ([origin, ...edit.documents.map(({ at }) => at)].some(hasChanged)) throw contentModified();
    return toRenameEdit(session, edit);
  }
}
