// Puts the built-in templates into a bundle as the schemas that they compile to, instead of as the code that compiles them at
// each start.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './paths.mjs';

const require = createRequire(import.meta.url);

/** The module that is replaced; it says the same more slowly. */
const MODULE = join(root, 'server/src/workspace/builtin-schemas.ts');

/** A plugin of esbuild. The templates are read again for each build, so that a watching one sees their changes. */
export const compiledTemplates = {
  name: 'compiled-templates',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]builtin-schemas\.ts$/ }, async () => {
      const { text, inputs } = await serialized();
      const contents = [
        "import { deserializeSchemas } from '../template/serialize';",
        `export const builtinSchemas = () => deserializeSchemas(${JSON.stringify(text)});`,
      ].join('\n');
      return { contents, loader: 'ts', resolveDir: dirname(MODULE), watchFiles: inputs };
    });
  },
};

async function serialized() {
  const { outputFiles, metafile } = await esbuild.build({
    stdin: {
      contents: [
        `import { builtinSchemas } from ${JSON.stringify(MODULE)};`,
        "import { serializeSchemas } from './server/src/template/serialize';",
        'export default serializeSchemas(builtinSchemas());',
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    loader: { '.md': 'text' },
    logLevel: 'warning',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
  const own = Object.keys(metafile.inputs).filter((file) => /^(?:server|templates)[/\\]/u.test(file));
  return { text: module.exports.default, inputs: own.map((file) => join(root, file)) };
}
