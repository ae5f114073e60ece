/** What is wrong with a path that a person wrote for a new file. */
export type PathFault = 'empty' | 'outside' | 'character' | 'name';

const ILLEGAL = /[<>:"|?*\p{Cc}]/u;
/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/iu;

/**
 * A path as a person writes it, relative to the workspace folder: with `/`, and with the ending of Markdown where it has none.
 * @returns a fault where it names no file in the folder, on any system that a team may work on
 */
export function readSpecPath(written: string): { path: string } | { fault: PathFault } {
  const plain = written
    .trim()
    .replace(/\\/gu, '/')
    .replace(/\/{2,}/gu, '/');
  if (/^\/|^[a-z]:/iu.test(plain)) return { fault: 'outside' };
  const parts = plain.replace(/^(?:\.\/)+/u, '').split('/');
  if (parts.includes('..')) return { fault: 'outside' };
  const file = parts.at(-1)!;
  if (file === '' || /^\.(?:md|markdown)$/iu.test(file)) return { fault: 'empty' };
  if (parts.some((part) => ILLEGAL.test(part))) return { fault: 'character' };
  if (parts.some((part) => part === '.' || /[. ]$|^ /u.test(part) || RESERVED.test(part)))
    return { fault: 'name' };
  const path = parts.join('/');
  return { path: /\.(?:md|markdown)$/iu.test(file) ? path : `${path}.md` };
}

/** Where the name of a file stands in its path, without folders and ending: what a person is likely to change. */
export function nameRange(path: string): [start: number, end: number] {
  const start = path.lastIndexOf('/') + 1;
  return [start, path.length - (/\.(?:md|markdown)$/iu.exec(path)?.[0].length ?? 0)];
}
