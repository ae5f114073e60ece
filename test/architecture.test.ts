import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

describe('the linter reports each import against the direction', () => {
  const layers = ['text', 'syntax', 'model', 'template', 'workspace', 'rules', 'features', 'lsp'];
  const upward = layers.flatMap((layer, index) =>
    layers.slice(index + 1).map((above) => [layer, above] as const),
  );

  test.each(upward)('%s does not import %s', async (layer, above) => {
    expect(await refused(`server/src/${layer}/made-up.ts`, `../${above}/made-up`)).toBe(true);
    expect(await refused(`server/src/${layer}/deeper/made-up.ts`, `../../${above}/made-up`)).toBe(true);
    expect(await refused(`server/src/${layer}/deeper/still/made-up.ts`, `../../../${above}/made-up`)).toBe(
      true,
    );
    expect(await refused(`server/src/${above}/made-up.ts`, `../${layer}/made-up`)).toBe(false);
  });

  test.each(layers)('%s imports neither a main nor the client nor the editor', async (layer) => {
    for (const module of [
      '../node/main',
      '../browser/main',
      '../cli/main',
      '../../../client/src/client',
      'vscode',
    ]) {
      expect(await refused(`server/src/${layer}/made-up.ts`, module), module).toBe(true);
    }
  });

  test('a layer may use the names of others for its own files', async () => {
    expect(await refused('server/src/syntax/deeper/made-up.ts', '../rules')).toBe(false);
    expect(await refused('server/src/text/made-up.ts', './model')).toBe(false);
  });

  test.each<[file: string, module: string, isRefused: boolean]>([
    ['node/main.ts', '../lsp/server', false],
    ['browser/main.ts', '../lsp/server', false],
    ['node/main.ts', '../browser/main', true],
    ['browser/main.ts', '../node/files', true],
    ['cli/main.ts', '../features/check', false],
    ['cli/main.ts', '../node/files', false],
    ['cli/main.ts', '../node/main', true],
    ['cli/main.ts', '../lsp/server', true],
  ])('%s importing %s is refused: %s', async (file, module, isRefused) => {
    expect(await refused(`server/src/${file}`, module)).toBe(isRefused);
  });

  test.each([...layers, 'node', 'browser', 'cli'])(
    '%s knows Node and the protocol only if it should',
    async (layer) => {
      const file = `server/src/${layer}/made-up.ts`;
      const speaks = ['lsp', 'node', 'browser'].includes(layer);
      expect(await refused(file, 'vscode-languageserver')).toBe(!speaks);
      expect(await refused(file, 'vscode-languageserver/node')).toBe(!speaks);
      expect(await refused(file, 'vscode-languageserver-protocol')).toBe(!speaks);
      expect(await refused(file, '../protocol')).toBe(!speaks);
      expect(await refused(file, 'vscode-languageserver-textdocument')).toBe(
        !['workspace', 'lsp'].includes(layer),
      );
      const knowsNode = ['node', 'cli'].includes(layer);
      expect(await refused(file, 'node:fs')).toBe(!knowsNode);
      expect(await refused(file, 'path')).toBe(!knowsNode);
      expect(await refused(file, 'unified')).toBe(false);
    },
  );

  test('no rule imports another', async () => {
    expect(await refused('server/src/rules/made-up.ts', './missing-section')).toBe(true);
    expect(await refused('server/src/rules/made-up.ts', './engine/rule')).toBe(false);
    expect(await refused('server/src/rules/engine/made-up.ts', '../missing-section')).toBe(true);
    expect(await refused('server/src/rules/engine/made-up.ts', './rule')).toBe(false);
    expect(await refused('server/src/rules/engine/made-up.ts', '../../model/section')).toBe(false);
  });

  test('the client knows protocol.ts of the server and nothing else', async () => {
    expect(await refused('client/src/made-up.ts', '../../server/src/protocol')).toBe(false);
    expect(await refused('client/src/commands/made-up.ts', '../../../server/src/protocol')).toBe(false);
    expect(await refused('client/src/made-up.ts', '../../server/src/text/span')).toBe(true);
    expect(await refused('client/src/made-up.ts', 'vscode-languageserver')).toBe(true);
  });

  test('the client knows its host only where the file name says so', async () => {
    expect(await refused('client/src/made-up.ts', 'node:path')).toBe(true);
    expect(await refused('client/src/made-up.ts', 'vscode-languageclient/node')).toBe(true);
    expect(await refused('client/src/made-up.node.ts', 'node:path')).toBe(false);
    expect(await refused('client/src/made-up.node.ts', 'vscode-languageclient/node')).toBe(false);
    expect(await refused('client/src/made-up.web.ts', 'vscode-languageclient/browser')).toBe(false);
    expect(await refused('client/src/made-up.web.ts', 'node:path')).toBe(true);
  });

  test('protocol.ts stands alone', async () => {
    expect(await refused('server/src/protocol.ts', './text/span')).toBe(true);
  });
});

test('no file imports itself through others', () => {
  expect(cycles(importGraph(['server/src', 'client/src']))).toEqual([]);
});

/**
 * The import rules need no types, and the made-up files are in no project; so the rules about types are left out, which
 * also makes it fast.
 */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false, project: null } } },
  ],
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports',
});

async function refused(filePath: string, module: string): Promise<boolean> {
  const [result] = await eslint.lintText(
    `import { made } from '${module}';\nexport type { up } from '${module}';\n`,
    { filePath: join(root, filePath) },
  );
  const found = result!.messages;
  expect(found.filter(({ ruleId }) => ruleId !== 'no-restricted-imports')).toEqual([]);
  // Both forms, or neither.
  const lines = new Set(found.map(({ line }) => line));
  expect([0, 2]).toContain(lines.size);
  return lines.size > 0;
}

type Graph = Map<string, string[]>;

/** Only imports that are there at run time: types may know each other. */
function importGraph(folders: string[]): Graph {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => join(root, folder, name)),
  );
  const known = new Set(files);
  return new Map(files.map((file) => [file, runtimeImports(file).filter((target) => known.has(target))]));
}

function runtimeImports(file: string): string[] {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  const imported = ts.preProcessFile(outputText).importedFiles.map(({ fileName }) => fileName);
  return imported
    .filter((name) => name.startsWith('.'))
    .flatMap((name) => {
      const target = resolve(dirname(file), name);
      return [`${target}.ts`, join(target, 'index.ts')];
    });
}

function cycles(graph: Graph): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].map((name) => relative(root, name)).join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
