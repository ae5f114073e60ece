import type { Connection } from 'vscode-languageserver';
import {
  listFilesRequest,
  readFileRequest,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../protocol';
import { FileError, type FileSystem } from '../workspace/ports';

/** The files that the client can read, since a worker can read none. */
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
  };
}
