// Builds the extension for production and packages it as a .vsix.
//   --out FILE   where to; without it into the cache
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageCommand } from './lib/npm.mjs';
import { root, vsix } from './lib/paths.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { Failure, main, note } from './lib/say.mjs';

await main(async () => {
  stopOnSignals();
  const { values } = parseArgs({ options: { out: { type: 'string', default: vsix } } });
  const file = resolve(values.out);
  mkdirSync(dirname(file), { recursive: true });
  await run(process.execPath, [join(root, 'scripts/build.mjs'), '--production'], { cwd: root });
  // Everything is bundled, so the package carries no node_modules.
  const output = await run(
    process.execPath,
    [packageCommand('@vscode/vsce', 'vsce'), 'package', '--no-dependencies', '--out', file],
    { cwd: root, quiet: true },
  );
  if (/\bWARN/i.test(output)) throw new Failure(output.trim());
  note(`${file}  ${(statSync(file).size / 1024).toFixed(0)} KB`);
});
