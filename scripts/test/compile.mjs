// Compiles tests of test/e2e.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from '../lib/paths.mjs';

/** A folder of them: its index.ts, which starts Mocha, and each test. Returns the path of the compiled index. */
export async function compileTests(name) {
  const { build } = await import('esbuild');
  const source = `test/e2e/${name}`;
  const output = join(cache, 'e2e', name);
  const tests = testsIn(source);
  rmSync(output, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['index.ts', ...tests].map((file) => `${source}/${file}`),
    outdir: output,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(output, 'index.js');
}

/**
 * The tests of the extension host once more, for the web: all in one file, with Mocha as it is made for browsers. Those that need
 * Node are named so, `<name>.node.test.ts`. Writes to `output`, which a file of the extension has to be.
 */
export async function compileWebTests(output) {
  const { build } = await import('esbuild');
  const tests = testsIn('test/e2e/suite').filter((file) => !file.endsWith('.node.test.ts'));
  const grep = process.env.SPECWRIGHT_TEST_GREP;
  await build({
    absWorkingDir: root,
    stdin: {
      contents: [
        `import { runMocha } from './test/e2e/web/run-mocha';`,
        `const load = () => {`,
        ...tests.map((file) => `  require('./test/e2e/suite/${file}');`),
        `};`,
        `export const run = () => runMocha(load, ${JSON.stringify(grep)});`,
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile: output,
    bundle: true,
    platform: 'browser',
    // Not as a module: Mocha takes the exports of the file that it is bundled in for its own.
    format: 'iife',
    globalName: 'tests',
    footer: { js: 'module.exports = tests;' },
    target: 'es2022',
    external: ['vscode'],
    alias: { 'node:assert/strict': join(root, 'test/e2e/web/assert.ts') },
    define: { global: 'globalThis', 'process.env': '{}' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

function testsIn(folder) {
  return readdirSync(join(root, folder)).filter((file) => file.endsWith('.test.ts'));
}
