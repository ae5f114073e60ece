// The extension as it is installed from its package.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const vsix = process.env['SPECWRIGHT_VSIX'] ?? '';
const folder = process.env['SPECWRIGHT_EXTENSION'] ?? '';

const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => statSync(join(folder, file)).isFile())
  .sort();

interface Manifest {
  readonly keywords: readonly string[];
  readonly [key: string]: unknown;
}
const manifest = JSON.parse(read('package.json')) as Manifest;

test('nothing is in it but what is needed', () => {
  expect(files).toEqual([
    '.vsixmanifest',
    'LICENSE.txt',
    'changelog.md',
    'dist/THIRD-PARTY-LICENSES.txt',
    'dist/client.js',
    'dist/client.web.js',
    'dist/server.js',
    'dist/server.web.js',
    'l10n/bundle.l10n.de.json',
    'media/icon.png',
    'media/preview.css',
    'media/specwright.svg',
    ...['fix', 'follow', 'start', 'team'].flatMap((step) =>
      ['dark', 'light'].map((theme) => `media/walkthrough/${step}-${theme}.webp`),
    ),
    'package.json',
    'package.nls.de.json',
    'package.nls.json',
    'readme.md',
    'schemas/specwright.schema.json',
    'snippets/blocks.json',
    'snippets/suppressions.json',
    'syntaxes/comments.tmLanguage.json',
    'syntaxes/marks.tmLanguage.json',
  ]);
});

test('it is small', () => {
  expect(statSync(vsix).size).toBeLessThanOrEqual(1.5 * 1024 * 1024);
});

test('every file that the manifest names is in it', () => {
  const named: string[] = [];
  JSON.stringify(manifest['contributes'], (_, value: unknown) => {
    if (typeof value === 'string' && /^(?:\.\/)?(?:media|snippets|syntaxes|schemas|dist)\/\S+$/.test(value))
      named.push(value);
    return value;
  });
  for (const key of ['main', 'browser', 'icon']) {
    if (typeof manifest[key] === 'string') named.push(manifest[key]);
  }
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
});

describe('the bundles for the web', () => {
  const required = (bundle: string) =>
    [...read(bundle).matchAll(/\b(?:require|import)\s*\(\s*(["'`])(.*?)\1\s*\)/g)].map((match) => match[2]!);

  test('of the client need nothing but the editor', () => {
    expect(new Set(required('dist/client.web.js'))).toEqual(new Set(['vscode']));
  });

  test('of the server need nothing', () => {
    expect(required('dist/server.web.js')).toEqual([]);
  });

  test('know no module of Node, while those for Node do', () => {
    const node = /["'`]node:[a-z_/]+["'`]/;
    expect(read('dist/client.web.js')).not.toMatch(node);
    expect(read('dist/server.web.js')).not.toMatch(node);
    expect(read('dist/client.js')).toMatch(node);
    expect(required('dist/server.js')).toContain('node:fs/promises');
  });
});

test('the licences of the bundled libraries are in it', () => {
  const licences = read('dist/THIRD-PARTY-LICENSES.txt');
  for (const library of ['vscode-languageclient', 'remark-parse', 'unified', 'yaml', '@vscode/l10n'])
    expect(licences).toMatch(new RegExp(`^${library} \\d`, 'm'));
  expect(licences).toContain('Permission is hereby granted');
});

test('what an activation loads is small', () => {
  // Most of it is the library that speaks to the server: all of our own is an eighth.
  expect(statSync(join(folder, 'dist/client.js')).size).toBeLessThan(540_000);
  expect(statSync(join(folder, 'dist/client.web.js')).size).toBeLessThan(540_000);
  // The extension host is asked for the editor's API once; each further question costs.
  expect(read('dist/client.js').match(/\brequire\("vscode"\)/g)).toHaveLength(1);
});

test('the Marketplace takes its words', () => {
  expect(manifest.keywords.length).toBeLessThanOrEqual(30);
  expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
});
