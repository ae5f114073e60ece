// Where things are. Everything that a script installs, builds or leaves behind is in a folder that git ignores.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What was installed or can be made again: the editor, type information, compiled tests, results. */
export const cache = join(root, '.cache');

/** What a run leaves for a person to look at. */
export const runs = join(root, '.run');

export const screenshots = join(runs, 'screenshots');

/** The packaged extension. */
export const vsix = join(cache, 'specwright.vsix');

const temporary = [];

process.once('exit', () => {
  // On Windows a file may stay locked for a moment after the program that used it has ended.
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A fresh folder, gone when the script ends. Its real path, since the editor reports files by their real path. */
export function temporaryFolder(name) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `specwright-${name}-`)));
  temporary.push(folder);
  return folder;
}
