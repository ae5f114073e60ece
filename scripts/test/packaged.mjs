// The extension as a user gets it: packaged, and installed from the package. Made once for all suites of a run.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder, vsix } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { installExtension } from '../vscode/server.mjs';

let packaged;

/** @returns `vsix`, the package; `extensions`, the folder it is installed into; `folder`, the extension's own one in there */
export function packagedExtension() {
  packaged ??= make();
  return packaged;
}

async function make() {
  await run(process.execPath, [join(root, 'scripts/package.mjs')], { cwd: root });
  const extensions = join(temporaryFolder('extensions'), 'extensions');
  await installExtension(vsix, extensions);
  const name = readdirSync(extensions).find((entry) => entry.startsWith('specwright.'));
  return { vsix, extensions, folder: join(extensions, name) };
}
