// Answers the server's file requests: in a browser, where it has no file system, and in a virtual workspace, whose files only the
// editor can read.
import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import { ResponseError, type BaseLanguageClient } from 'vscode-languageclient';
import {
  fileErrors,
  fileExistsRequest,
  listDocumentsRequest,
  listFilesRequest,
  readFileRequest,
  type FileExistsParams,
  type FileExistsResult,
  type ListDocumentsParams,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/protocol';
import { fileExists, isMissing } from './file-exists';

export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readFile(Uri.parse(uri)));
  client.onRequest(listFilesRequest, ({ uri, extension }: ListFilesParams) =>
    listFiles(Uri.parse(uri), extension),
  );
  client.onRequest(listDocumentsRequest, ({ uri, most }: ListDocumentsParams) =>
    listDocuments(Uri.parse(uri), most),
  );
  client.onRequest(fileExistsRequest, ({ uri }: FileExistsParams): Promise<FileExistsResult> =>
    fileExists(Uri.parse(uri)).then(
      (exists) => ({ exists }),
      () => ({ exists: null }),
    ),
  );
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  const bytes = await workspace.fs.readFile(uri).then(undefined, (error: unknown) => {
    throw isMissing(error)
      ? new ResponseError(fileErrors.fileNotFound, `There is no file ${uri.toString()}.`)
      : error;
  });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    throw new ResponseError(fileErrors.fileNotUtf8, `${uri.toString()} is not a UTF-8 text.`);
  }
}

async function listFiles(folder: Uri, extension: string): Promise<ListFilesResult> {
  const uris: string[] = [];
  const visit = async (uri: Uri): Promise<void> => {
    for (const [name, type] of await entriesOf(uri)) {
      const entry = Uri.joinPath(uri, name);
      // Not into linked folders, which may lead around in a circle.
      if (type === FileType.Directory) await visit(entry);
      else if ((type & FileType.File) !== 0 && name.endsWith(extension)) uris.push(entry.toString());
    }
  };
  await visit(folder);
  return { uris: uris.sort() };
}

async function listDocuments(folder: Uri, most: number): Promise<ListFilesResult> {
  const documents = new RelativePattern(folder, '**/*.{md,markdown}');
  const uris = await workspace.findFiles(documents, '**/{node_modules,.*}/**', most);
  return { uris: uris.map((uri) => uri.toString()) };
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
