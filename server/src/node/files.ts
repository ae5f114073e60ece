import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeUtf8 } from '../workspace/decode';
import { FileError, type FileSystem } from '../workspace/ports';

/** The file system of this machine. */
export const nodeFiles: FileSystem = {
  async readText(uri) {
    const file = fileURLToPath(uri);
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new FileError(uri, describeFailure(file, error));
    });
    const text = decodeUtf8(bytes);
    if (text === undefined) throw new FileError(uri, `${file} is not UTF-8. Save it as UTF-8.`);
    return text;
  },
  async listFiles(folder, ending) {
    if (!folder.startsWith('file:')) return [];
    const directory = fileURLToPath(folder);
    const entries = await readdir(directory, { withFileTypes: true, recursive: true }).catch(() => []);
    return entries
      .filter((entry) => !entry.isDirectory() && entry.name.endsWith(ending))
      .map((entry) => pathToFileURL(path.join(entry.parentPath, entry.name)).href);
  },
};

/** Why a file cannot be read, and what to do. */
export function describeFailure(file: string, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return `There is no file ${file}. Check the path.`;
    case 'EACCES':
    case 'EPERM':
      return `${file} cannot be read: permission denied. Give yourself the right to read it.`;
    case 'EISDIR':
      return `${file} is a folder, not a file.`;
    default:
      return `${file} cannot be read: ${message}`;
  }
}
