import { readdir, readFile, stat } from 'node:fs/promises';
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
    const { files, failures } = await listFolder(directory);
    const [first] = failures;
    if (first?.folder === directory && first.error.code !== 'ENOENT' && first.error.code !== 'ENOTDIR')
      throw new FileError(folder, describeFailure(directory, first.error));
    return files.filter((file) => file.endsWith(ending)).map((file) => pathToFileURL(file).href);
  },
  async listDocuments(folder, most) {
    if (!folder.startsWith('file:')) return [];
    const { files } = await listFolder(
      fileURLToPath(folder),
      mayHoldDocuments,
      (found) => found >= most,
      MARKDOWN,
    );
    return files.slice(0, most).map((file) => pathToFileURL(file).href);
  },
  async exists(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      await stat(fileURLToPath(uri));
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code === 'ENOENT' || code === 'ENOTDIR' ? false : undefined;
    }
  },
};

const MARKDOWN = /\.(?:md|markdown)$/iu;

function mayHoldDocuments(name: string): boolean {
  return name !== 'node_modules' && !name.startsWith('.');
}

/** The files in a folder at any depth, and the folders among them that cannot be listed. */
interface Listing {
  readonly files: string[];
  readonly failures: { readonly folder: string; readonly error: NodeJS.ErrnoException }[];
}

/**
 * Lists a folder; links to folders are not followed, since they may lead around in a circle.
 * @param isEnough whether to stop, by the number of files listed
 * @param wanted what the names of the files must match
 */
export async function listFolder(
  folder: string,
  enters: (name: string) => boolean = () => true,
  isEnough: (found: number) => boolean = () => false,
  wanted?: RegExp,
): Promise<Listing> {
  const listing: Listing = { files: [], failures: [] };
  const visit = async (directory: string): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => {
        listing.failures.push({ folder: directory, error });
        return [];
      },
    );
    for (const entry of entries) {
      if (isEnough(listing.files.length)) return;
      const at = path.join(directory, entry.name);
      if (!entry.isDirectory()) {
        if (wanted?.test(entry.name) ?? true) listing.files.push(at);
      } else if (enters(entry.name)) await visit(at);
    }
  };
  await visit(folder);
  return listing;
}

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
