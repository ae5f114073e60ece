import picomatch from 'picomatch';

// Paths here have slashes on every system; a backslash escapes.
const OPTIONS = { dot: true, windows: false };

/** Whether a path matches a glob. */
export function matchesGlob(path: string, glob: string): boolean {
  return matcher(glob)(path);
}

/**
 * Whether globs leave a path out: each also means all that is in the folders that it matches. One that begins with `!` takes files
 * back in, and the last that matches counts.
 */
export function isIgnored(path: string, globs: readonly string[]): boolean {
  const last = globs.findLast((glob) => {
    const matches = matcher(glob.replace(/^!/u, ''));
    return matches(path) || foldersOf(path).some((folder) => matches(folder));
  });
  return last !== undefined && !last.startsWith('!');
}

/** A glob of a file in `folder` as one of paths that begin above it. */
export function globIn(folder: string, glob: string): string {
  const [, negation, rest] = /^(!?)(?:\.?\/)*(.*?)\/*$/u.exec(glob)!;
  const escaped = folder.replace(/[\\*?[\]{}()!+@|$^]/gu, String.raw`\$&`);
  return `${negation}${escaped === '' ? '' : `${escaped}/`}${rest}`;
}

/** What keeps a glob from ever matching; undefined for one that may. */
export function globFault(glob: string): 'outside' | 'unclosed' | undefined {
  const plain = glob.replace(/\\./gu, '');
  if (/^!?\.\.(?:\/|$)/u.test(plain)) return 'outside';
  const isUnclosed = [
    ['[', ']'],
    ['{', '}'],
    ['(', ')'],
  ].some(([open, close]) => plain.split(open!).length !== plain.split(close!).length);
  return isUnclosed ? 'unclosed' : undefined;
}

function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

const matchers = new Map<string, (path: string) => boolean>();

/** Asked for again and again: what a glob compiles to is kept. */
function matcher(glob: string): (path: string) => boolean {
  let known = matchers.get(glob);
  if (!known) matchers.set(glob, (known = picomatch(glob, OPTIONS)));
  return known;
}
