import { FileError, type Host } from '../../server/src/workspace/ports';

/** A host without a machine: files in memory, a day that stands still, a log to read. */
export interface MemoryHost extends Host {
  /** What was logged as an error, in order. */
  readonly errors: readonly string[];
}

/**
 * @param files texts by URI; `undefined` for a file that cannot be read
 * @param today `YYYY-MM-DD`
 */
export function memoryHost(
  files: Readonly<Record<string, string | undefined>> = {},
  today = '2026-06-15',
): MemoryHost {
  const errors: string[] = [];
  return {
    errors,
    clock: { today: () => today },
    log: { info: () => undefined, error: (message) => errors.push(message) },
    files: {
      readText(uri) {
        const text = files[uri];
        return text === undefined
          ? Promise.reject(new FileError(uri, `${uri} cannot be read.`))
          : Promise.resolve(text);
      },
      listFiles(folder, ending) {
        const inside = Object.keys(files).filter(
          (uri) => uri.startsWith(`${folder}/`) && uri.endsWith(ending),
        );
        return Promise.resolve(inside);
      },
      listDocuments(folder, most) {
        const inside = Object.keys(files).filter(
          (uri) =>
            uri.startsWith(`${folder}/`) && uri.endsWith('.md') && !/\/(?:\.|node_modules\/)/u.test(uri),
        );
        return Promise.resolve(inside.slice(0, most));
      },
      exists(uri) {
        const plain = Object.keys(files).map((file) => decodeURIComponent(file));
        const wanted = decodeURIComponent(uri);
        return Promise.resolve(plain.some((file) => file === wanted || file.startsWith(`${wanted}/`)));
      },
    },
  };
}
