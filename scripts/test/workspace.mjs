// The workspace that the tests in VS Code work in.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

/** Files for the tests, and the examples, which are real specs. */
export function makeWorkspace(folder) {
  cpSync(join(root, 'test/e2e/workspace'), folder, { recursive: true });
  cpSync(join(root, 'examples'), join(folder, 'specs'), { recursive: true });
  return folder;
}
