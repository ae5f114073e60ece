// Bundles the client, the server and the command line into dist/.
//   --production   minified, without source maps
//   --watch        again after each change
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { compiledTemplates } from './lib/compiled-templates.mjs';
import { editorApi } from './lib/editor-api.mjs';
import { root } from './lib/paths.mjs';
import { Failure, main, note } from './lib/say.mjs';
import { thirdPartyLicenses } from './lib/third-party-licenses.mjs';

const nodeProgram = { platform: 'node', format: 'cjs', target: 'node20' };
const webProgram = { platform: 'browser', target: 'es2022' };

/** The names under dist/ are fixed: tests, benchmarks and other editors start the bundles by them. */
const bundles = [
  { name: 'client', entry: 'client/src/extension.node.ts', ...nodeProgram, editor: true },
  { name: 'client.web', entry: 'client/src/extension.web.ts', ...webProgram, format: 'cjs', editor: true },
  { name: 'server', entry: 'server/src/node/main.ts', ...nodeProgram, command: true },
  {
    name: 'server.web',
    entry: 'server/src/browser/main.ts',
    ...webProgram,
    format: 'iife',
    conditions: ['worker'], // some libraries use the page's `document` in a browser, which a worker has not
  },
  { name: 'cli', entry: 'server/src/cli/main.ts', ...nodeProgram, command: true },
];

/** Lets a shell run the bundle. */
const commandFile = {
  name: 'command-file',
  setup({ onEnd, initialOptions }) {
    onEnd(({ errors }) => {
      if (errors.length === 0) chmodSync(join(root, initialOptions.outfile), 0o755);
    });
  },
};

await main(async () => {
  const { values } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } });
  const missing = bundles.filter(({ entry }) => !existsSync(join(root, entry)));
  if (missing.length > 0) {
    const lines = missing.map(({ name, entry }) => `  dist/${name}.js needs ${entry}`);
    throw new Failure(`Nothing was built, since entry files are missing:\n${lines.join('\n')}`);
  }
  if (values.watch) return watch(values);
  if (values.production) {
    // A source map left over from another build would belong to other code.
    for (const { name } of bundles) rmSync(join(root, `dist/${name}.js.map`), { force: true });
  }
  const results = await Promise.allSettled(bundles.map((bundle) => esbuild.build(options(bundle, values))));
  const failed = results.filter(({ status }) => status === 'rejected');
  if (failed.length > 0)
    throw new Failure(`${failed.length} of ${bundles.length} bundles could not be built.`);
  const metafiles = results.map(({ value }) => value.metafile);
  writeFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), thirdPartyLicenses(metafiles));
  for (const { name } of bundles) note(`dist/${name}.js  ${size(`dist/${name}.js`)}`);
  return 0;
});

function options({ name, entry, command, editor, ...platform }, { production = false }) {
  return {
    ...platform,
    absWorkingDir: root,
    bundle: true,
    entryPoints: [entry],
    outfile: `dist/${name}.js`,
    // Libraries that are ES modules ask where they are; in a CommonJS bundle that is the bundle itself.
    define: platform.platform === 'node' ? { 'import.meta.url': '__bundleUrl' } : {},
    minify: production,
    sourcemap: !production,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [compiledTemplates, ...(command ? [commandFile] : []), ...(editor ? [editorApi] : [])],
    banner: { js: banner(platform, command && !startsWithShebang(entry)) },
  };
}

function banner({ platform }, needsShebang) {
  const shebang = needsShebang ? '#!/usr/bin/env node\n' : '';
  return platform === 'node'
    ? `${shebang}const __bundleUrl = require('node:url').pathToFileURL(__filename).href;`
    : shebang;
}

function startsWithShebang(entry) {
  return readFileSync(join(root, entry), 'utf8').startsWith('#!');
}

function size(file) {
  return `${(readFileSync(join(root, file)).byteLength / 1024).toFixed(0)} KB`;
}

async function watch(values) {
  const contexts = await Promise.all(
    bundles.map((bundle) => esbuild.context({ ...options(bundle, values), logLevel: 'info' })),
  );
  await Promise.all(contexts.map((context) => context.watch()));
  note('Watching. Ctrl+C ends it.');
}
