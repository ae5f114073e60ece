import { describe, expect, test } from 'vitest';
import { projectSchema } from '../../server/src/rules/engine/setting-schemas';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../server/src/workspace/configuration';
import { ProjectFiles } from '../../server/src/workspace/project-files';
import { memoryHost } from '../support/host';

/** Opens files by their paths below the workspace folder, and gives what holds for one of them. */
function open(
  files: Readonly<Record<string, string | undefined>>,
  root = 'file:///w',
  base: Configuration = DEFAULT_CONFIGURATION,
) {
  const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]));
  const host = memoryHost(texts);
  const projects = new ProjectFiles(host, projectSchema());
  const at = async (path: string, settings = base) => {
    await projects.load(`${root}/${path}`, root);
    return projects.configurationFor(`${root}/${path}`, root, settings);
  };
  return { host, projects, texts, at };
}

const size = (value: string) => `{ "projectSize": "${value}" }`;

describe('the nearest file counts, key by key', () => {
  const files = {
    '.specwright.json': '{ "projectSize": "large", "rules": { "vague-term": "off" } }',
    'tools/.specwright.json': size('small'),
    'tools/deep/er/.specwright.json': '{ "rules": { "vague-term": "error" } }',
    'apart/.specwright.json': '{ "root": true, "projectSize": "medium" }',
  };
  test.each<[path: string, size: string, severity: string | undefined]>([
    ['a.md', 'large', 'off'],
    ['docs/a.md', 'large', 'off'],
    ['tools/a.md', 'small', 'off'],
    ['tools/deep/a.md', 'small', 'off'],
    ['tools/deep/er/a.md', 'small', 'error'],
    ['apart/a.md', 'medium', undefined],
    ['apart/b/a.md', 'medium', undefined],
  ])('%s: %s, %s', async (path, expected, severity) => {
    const { at } = open(files);
    const { projectSize, rules } = await at(path);
    expect([projectSize, rules['vague-term']]).toEqual([expected, severity]);
  });
});

test('the settings of the editor count where no file says anything', async () => {
  const base: Configuration = {
    ...DEFAULT_CONFIGURATION,
    author: 'Ada',
    projectSize: 'large',
    ignore: ['b.md'],
    rules: { placeholder: 'off' },
  };
  const { at } = open({ '.specwright.json': size('small') }, undefined, base);
  expect(await at('a.md')).toEqual({ ...base, projectSize: 'small' });
  expect((await at('b.md')).enable).toBe(false);
});

test('off is off in the editor, whatever files say; among files the nearest counts', async () => {
  const { at } = open({
    '.specwright.json': '{ "enable": false }',
    'docs/.specwright.json': '{ "enable": true }',
  });
  expect((await at('a.md')).enable).toBe(false);
  expect((await at('docs/a.md')).enable).toBe(true);
  expect((await at('docs/a.md', { ...DEFAULT_CONFIGURATION, enable: false })).enable).toBe(false);
});

test('what is ignored is so below the folder of the file, and taken back in by a nearer one', async () => {
  const { at } = open({
    '.specwright.json': '{ "ignore": ["archive", "*.md"] }',
    'archive/kept/.specwright.json': '{ "ignore": ["!**"] }',
  });
  const isChecked = async (path: string) => (await at(path)).enable;
  expect(await isChecked('a.md')).toBe(false);
  expect(await isChecked('docs/a.md')).toBe(true);
  expect(await isChecked('archive/a.md')).toBe(false);
  expect(await isChecked('archive/kept/a.md')).toBe(true);
  expect(await isChecked('archive/kept/b/a.md')).toBe(true);
});

test('folders may have dots, spaces, brackets, umlauts, and be escaped as editors do', async () => {
  const { at } = open({ 'v1.2%20%5Bnew%5D/%C3%BCber.d/.specwright.json': size('small') });
  expect((await at('v1.2%20%5Bnew%5D/%C3%BCber.d/a.md')).projectSize).toBe('small');
  expect((await at('v1.2%20[new]/%C3%BCber.d/x/a.md')).projectSize).toBe('small');
  expect((await at('v1.2%20%5Bnew%5D/a.md')).projectSize).toBeUndefined();
});

test.each(['file:///c%3A/w', 'file:///C:/w', 'vscode-vfs://github/o/r', 'file:///w%20x'])(
  'a workspace folder %s',
  async (root) => {
    const { at } = open({ 'docs/.specwright.json': size('small') }, root);
    expect((await at('docs/a.md')).projectSize).toBe('small');
    expect((await at('a.md')).projectSize).toBeUndefined();
  },
);

test('nothing above the workspace folder is read', async () => {
  const host = memoryHost({
    'file:///.specwright.json': size('small'),
    'file:///w/.specwright.json': size('large'),
  });
  const projects = new ProjectFiles(host, projectSchema());
  await projects.load('file:///w/in/a.md', 'file:///w/in');
  expect(projects.configurationFor('file:///w/in/a.md', 'file:///w/in', DEFAULT_CONFIGURATION)).toBe(
    DEFAULT_CONFIGURATION,
  );
  expect(projects.all()).toEqual([]);
});

test('each folder is looked into once, and asking reads nothing', async () => {
  const { host, projects } = open({ '.specwright.json': size('small') });
  const asked: string[] = [];
  const { exists } = host.files;
  host.files.exists = (uri) => {
    asked.push(uri);
    return exists(uri);
  };
  await Promise.all(
    ['a/b/c.md', 'a/b/d.md', 'a/e.md'].map((path) => projects.load(`file:///w/${path}`, 'file:///w')),
  );
  expect(asked.sort()).toEqual(['', 'a/', 'a/b/'].map((path) => `file:///w/${path}.specwright.json`));
  const of = (path: string) =>
    projects.configurationFor(`file:///w/${path}`, 'file:///w', DEFAULT_CONFIGURATION);
  expect(of('a/b/c.md')).toBe(of('a/b/d.md'));
  expect(asked).toHaveLength(3);
});

test('a file is read again when it changes, comes and goes', async () => {
  const { projects, texts, at } = open({ 'docs/.specwright.json': size('small') });
  const uri = 'file:///w/docs/.specwright.json';
  expect((await at('docs/a.md')).projectSize).toBe('small');
  expect(await projects.reload(uri)).toBe(false);
  texts[uri] = size('large');
  expect(await projects.reload(uri)).toBe(true);
  expect((await at('docs/a.md')).projectSize).toBe('large');
  delete texts[uri];
  expect(await projects.reload(uri)).toBe(true);
  expect((await at('docs/a.md')).projectSize).toBeUndefined();
  texts['file:///w/.specwright.json'] = size('medium');
  expect(await projects.reload('file:///w/.specwright.json')).toBe(true);
  expect((await at('docs/a.md')).projectSize).toBe('medium');
});

test('a file that cannot be read, or is no JSON, is a line in the log; the others count', async () => {
  const { host, projects, at } = open({
    '.specwright.json': size('small'),
    'docs/.specwright.json': undefined,
    'more/.specwright.json': '{ "rules": { "vague-term": "off" ',
  });
  expect((await at('docs/a.md')).projectSize).toBe('small');
  expect(await at('more/a.md')).toMatchObject({ projectSize: 'small', rules: { 'vague-term': 'off' } });
  expect(host.errors).toEqual([
    'file:///w/docs/.specwright.json cannot be read.',
    'file:///w/more/.specwright.json is no valid JSON; what can be read of it counts.',
  ]);
  expect(projects.all().map(({ faults }) => faults.map(({ kind }) => kind))).toEqual([
    [],
    ['unreadable'],
    ['syntax'],
  ]);
});

test('a host that cannot tell whether there is a file is taken to have none', async () => {
  const { host, at } = open({});
  host.files.exists = () => Promise.resolve(undefined);
  expect(await at('docs/a.md')).toBe(DEFAULT_CONFIGURATION);
  expect(host.errors).toEqual([]);
});
