// Bundles the tests that judge mutants into one file for the runner, in the order given. Stryker runs it in its copy of
// the project, once for all mutants.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { BUNDLE } from './paths.mjs';

const tests = [];
for (const pattern of process.argv.slice(2)) tests.push(...(await glob(pattern, { absolute: true })).sort());

const imports = [...new Set(tests)].map((file) => `import ${JSON.stringify(file)};`);

/** A bundle is one module: `import.meta.dirname` would be its folder, not that of the test. */
const ownFolders = {
  name: 'own-folders',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]test[/\\].*\.ts$/ }, async ({ path: file }) => {
      const folder = JSON.stringify(path.dirname(file));
      const contents = (await readFile(file, 'utf8')).replaceAll('import.meta.dirname', folder);
      return { contents, loader: 'ts' };
    });
  },
};

await build({
  stdin: {
    contents: [...imports, "export { tests } from 'vitest';"].join('\n'),
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: BUNDLE,
  loader: { '.md': 'text' },
  alias: { vitest: path.resolve('test/support/vitest-in-one-process.ts') },
  plugins: [ownFolders],
  logLevel: 'error',
});
