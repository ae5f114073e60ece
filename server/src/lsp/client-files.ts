import type { Connection } from 'vscode-languageserver';
import {
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
} from '../protocol';
import { FileError, type FileSystem } from '../workspace/ports';

/** The files that the client can read: all of them for a worker, which can read none; those of a virtual workspace for any server. */
export function clientFiles(connection: Connection): FileSystem {
  return {
    async readText(uri) {
      const params: ReadFileParams = { uri };
      try {
        const { text } = await connection.sendRequest<ReadFileResult>(readFileRequest, params);
        return text;
      } catch (error) {
        throw new FileError(uri, error instanceof Error ? error.message : String(error));
      }
    },
    async listFiles(folder, ending) {
      const params: ListFilesParams = { uri: folder, extension: ending };
      const { uris } = await connection.sendRequest<ListFilesResult>(listFilesRequest, params);
      return uris;
    },
    async listDocuments(folder, most) {
      const params: ListDocumentsParams = { uri: folder, most };
      const { uris } = await connection.sendRequest<ListFilesResult>(listDocumentsRequest, params);
      return uris;
    },
    async exists(uri) {
      const params: FileExistsParams = { uri };
      const asked = connection.sendRequest<FileExistsResult>(fileExistsRequest, params);
      // An editor that knows no such request cannot tell.
      const { exists } = await asked.catch(() => ({ exists: null }));
      return exists ?? undefined;
    },
  };
}
