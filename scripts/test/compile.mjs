// Compiles a folder of test/e2e: its index.ts, which starts Mocha, and each of its tests.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from '../lib/paths.mjs';

/** Returns the path of the compiled index. */
export async function compileTests(name) {
  const { build } = await import('esbuild');
  const source = `test/e2e/${name}`;
  const output = join(cache, 'e2e', name);
  const tests = readdirSync(join(root, source)).filter((file) => file.endsWith('.test.ts'));
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
