import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { describeFailure } from '../node/files';

const IGNORED = ['**/node_modules/**', '**/.git/**'];
const MARKDOWN = '**/*.{md,markdown}';

/** The files that paths, folders and globs mean, each once, and a message for every path that means nothing. */
export async function findFiles(paths: readonly string[]): Promise<{ files: string[]; failures: string[] }> {
  const files = new Set<string>();
  const failures: string[] = [];
  for (const given of paths.length > 0 ? paths : ['.']) {
    try {
      const found = await stat(given);
      if (!found.isDirectory()) files.add(given);
      else
        for (const file of await glob(MARKDOWN, { cwd: given, ignore: IGNORED, dot: true }))
          files.add(path.join(given, file));
    } catch (error) {
      const matches = isDynamicPattern(given) ? await glob(given, { ignore: IGNORED }) : [];
      if (matches.length === 0) failures.push(describeFailure(given, error as NodeJS.ErrnoException));
      for (const file of matches) files.add(file);
    }
  }
  return { files: [...files].sort(), failures };
}
