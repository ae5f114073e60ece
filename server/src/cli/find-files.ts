import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { describeFailure, listFolder } from '../node/files';

const IGNORED = ['node_modules', '.git'];
const MARKDOWN = /\.(?:md|markdown)$/iu;

/** The files that paths, folders and globs mean, each once, and a message for every path that means nothing. */
export async function findFiles(paths: readonly string[]): Promise<{ files: string[]; failures: string[] }> {
  const files = new Set<string>();
  const failures: string[] = [];
  for (const given of paths.length > 0 ? paths : ['.']) {
    try {
      const found = await stat(given);
      if (found.isDirectory()) await addFolder(given);
      else files.add(given);
    } catch (error) {
      if (isDynamicPattern(given)) await addMatches(given);
      else failures.push(describeFailure(given, error as NodeJS.ErrnoException));
    }
  }
  return { files: [...files].sort(), failures };

  async function addFolder(folder: string): Promise<void> {
    const listing = await listFolder(folder, (name) => !IGNORED.includes(name));
    for (const file of listing.files) if (MARKDOWN.test(file)) files.add(file);
    for (const { folder: at, error } of listing.failures) failures.push(describeFailure(at, error));
  }

  /** A pattern means Markdown files, whatever else it matches. */
  async function addMatches(pattern: string): Promise<void> {
    const matches = await glob(pattern, { ignore: IGNORED.map((name) => `**/${name}/**`) });
    const found = matches.filter((file) => MARKDOWN.test(file));
    if (found.length === 0) failures.push(`No Markdown file matches ${pattern}. Check the pattern.`);
    for (const file of found) files.add(path.normalize(file));
  }
}
