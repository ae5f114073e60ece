// Publishes the extension to the Visual Studio Marketplace and to Open VSX: one package, made once, for both.
//   --dry-run      says what stands in the way and what would be published, and publishes nothing
//   --vsix FILE    a package that has been made already
// The tokens are read from VSCE_PAT and OVSX_PAT.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageCommand } from './lib/npm.mjs';
import { root, vsix } from './lib/paths.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { Failure, main, note, say } from './lib/say.mjs';
import { obstacles } from './release/obstacles.mjs';

await main(async () => {
  stopOnSignals();
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' }, vsix: { type: 'string' } } });
  const dry = values['dry-run'];
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const found = obstacles({
    version,
    changelog: readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
    changed: await git('status', '--porcelain'),
    tags: await git('tag', '--points-at', 'HEAD'),
    env: process.env,
  });
  if (found.length > 0 && !dry) throw new Failure(`Nothing was published.\n${found.join('\n')}`);
  for (const obstacle of found) note(`in the way: ${obstacle}`);

  const file = resolve(values.vsix ?? vsix);
  if (!values.vsix)
    await run(process.execPath, [join(root, 'scripts/package.mjs'), '--out', file], { cwd: root });
  await publish('the Visual Studio Marketplace', '@vscode/vsce', 'vsce', ['--packagePath', file], dry);
  await publish('Open VSX', 'ovsx', 'ovsx', ['--packagePath', file], dry);
});

/** Both commands read their token from the environment; an argument would be seen in the list of processes. */
async function publish(where, name, command, parameters, dry) {
  if (dry) return note(`would publish to ${where}: ${command} publish ${parameters.join(' ')}`);
  say(`Publishing to ${where}`);
  await run(process.execPath, [packageCommand(name, command), 'publish', ...parameters], { cwd: root });
}

function git(...parameters) {
  return run('git', parameters, { cwd: root, quiet: true });
}
