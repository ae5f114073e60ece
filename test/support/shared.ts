import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The root of the project. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Material that is kept beside the project, since it is not ours to publish; absent in a plain clone. */
const SHARED = path.resolve(ROOT, '../shared');

export const hasShared = existsSync(SHARED);

/** What a test that is skipped for want of the material has in its name. */
export const ABSENT = ' (skipped: ../shared is not here)';

/** The text of a file of that material. */
export function readShared(...parts: readonly string[]): string {
  return readFileSync(path.join(SHARED, ...parts), 'utf8');
}

/** The names in a folder of that material, sorted; none where it is absent. */
export function listShared(...parts: readonly string[]): string[] {
  const folder = path.join(SHARED, ...parts);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** The collections of real documents in `corpus`. */
export const corpora = listShared('corpus').filter((name) => !name.includes('.'));
