import type { FileSystem } from '../workspace/ports';

/** The files of this machine, and those of a virtual workspace, which has a scheme of its own. */
export function filesByScheme(ofThisMachine: FileSystem, virtual: FileSystem): FileSystem {
  const filesOf = (uri: string): FileSystem => (uri.startsWith('file:') ? ofThisMachine : virtual);
  return {
    readText: (uri) => filesOf(uri).readText(uri),
    listFiles: (folder, ending) => filesOf(folder).listFiles(folder, ending),
    listDocuments: (folder, most) => filesOf(folder).listDocuments(folder, most),
    exists: (uri) => filesOf(uri).exists(uri),
  };
}
