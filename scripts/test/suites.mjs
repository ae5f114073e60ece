// The suites, in the order in which they run: what fails soonest comes first.
import { join } from 'node:path';
import { packageCommand } from '../lib/npm.mjs';
import { root } from '../lib/paths.mjs';
import { exitCode } from '../lib/processes.mjs';
import { endToEnd, endToEndOnDesktop } from './end-to-end.mjs';
import { failed, passed } from './outcome.mjs';
import { packagedExtension } from './packaged.mjs';
import { userInterface } from './user-interface.mjs';
import { vitest } from './vitest.mjs';
import { webHost } from './web-host.mjs';

export const suites = [
  { name: 'format', title: 'Format', run: check(() => packageCommand('prettier'), '--check', '.') },
  { name: 'lint', title: 'Lint', run: check(() => packageCommand('eslint'), '.') },
  { name: 'types', title: 'Types', run: check(() => packageCommand('typescript', 'tsc'), '-b') },
  {
    name: 'generated',
    title: 'Generated files are up to date',
    needs: 'scripts/generate.mjs',
    run: check(() => join(root, 'scripts/generate.mjs'), '--check'),
  },
  { name: 'build', title: 'Build', run: check(() => join(root, 'scripts/build.mjs')) },
  {
    name: 'unit',
    title: 'Unit tests',
    run: () => vitest('unit', ['--exclude', 'test/lsp/**', '--exclude', 'test/cli/**']),
  },
  {
    name: 'protocol',
    title: 'Language server protocol',
    after: 'build',
    run: () => vitest('protocol', ['test/lsp/']),
  },
  { name: 'cli', title: 'Command line', after: 'build', run: () => vitest('cli', ['test/cli/']) },
  { name: 'e2e', title: 'End to end, in a real VS Code', after: 'build', run: endToEnd },
  { name: 'package', title: 'Package', after: 'build', run: packageTests },
  { name: 'ui', title: 'User interface, in a real VS Code', after: 'build', run: userInterface },
  { name: 'web', title: 'End to end, in VS Code for the web', after: 'build', run: webHost },
  {
    name: 'desktop',
    title: 'End to end, in a desktop VS Code',
    after: 'build',
    onRequest: true,
    run: endToEndOnDesktop,
  },
];

/** On what a user gets: the extension as it is installed, and the package of the command line. */
async function packageTests() {
  const { vsix, folder } = await packagedExtension();
  return vitest('package', ['test/package/'], { SPECWRIGHT_VSIX: vsix, SPECWRIGHT_EXTENSION: folder });
}

/** A check counts as one test. The command is looked up late, when the packages are installed. */
function check(command, ...parameters) {
  return async () => {
    const code = await exitCode(process.execPath, [command(), ...parameters], { cwd: root });
    return code === 0 ? passed : failed;
  };
}
