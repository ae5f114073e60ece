import { t } from '@vscode/l10n';
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { Refusal, type Folder } from '../features/navigation/folder';
import { Cancelled, FolderDocuments, TooManyDocuments } from '../workspace/folder-documents';
import type { Session } from './session';

/**
 * The folder around a document, once its documents have been read.
 * @returns undefined for a document that is no file
 */
export async function folderAround(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<Folder | undefined> {
  await session.workspaces.folderOf(uri)?.index.built();
  return folderNow(session, uri, token);
}

/** The folder around a document, of which not everything may be known yet. */
export function folderNow(session: Session, uri: string, token: CancellationToken): Folder | undefined {
  const around = session.workspaces.folderOf(uri);
  if (!around) return undefined;
  const { root, isWorkspace, index } = around;
  return {
    catalogue: index.snapshot.catalogue,
    documents: new FolderDocuments({
      root,
      isListed: isWorkspace,
      files: session.host.files,
      open: () => session.documents.all(),
      choose: (each) => session.choiceFor(each),
      counts: (each) => index.counts(each),
      isCancelled: () => token.isCancellationRequested,
    }),
  };
}

/** The error that a client is told of: it has cancelled, or a person is to read why something cannot be done. */
export function toResponseError(error: unknown): unknown {
  if (error instanceof Cancelled)
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.');
  if (error instanceof Refusal || error instanceof TooManyDocuments)
    return new ResponseError<never>(LSPErrorCodes.RequestFailed, error.message);
  return error;
}

/** The answer where a document was edited while the folder was looked through. */
export function contentModified(): ResponseError<never> {
  return new ResponseError<never>(
    LSPErrorCodes.ContentModified,
    t('A document has changed in the meantime. Try again.'),
  );
}
