import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol';
import {
  templatesRequest,
  templateSnippetRequest,
  type TemplateSnippetResult,
  type TemplatesResult,
} from '../../server/src/protocol';
import { Client } from './client';
import { decision, decisionTemplate, draft, startsProcesses, workspaceFolder } from './fixtures';
import { BUILTIN_IDS } from '../support/builtins';

startsProcesses();

const folderName = '.specwright/templates';

const listed = async (client: Client) =>
  (await client.request<TemplatesResult>(templatesRequest, {})).templates;

const snippet = async (client: Client, params: object) =>
  (await client.request<TemplateSnippetResult>(templateSnippetRequest, params)).snippet;

test('the built-in templates are offered', async () => {
  const client = await Client.shared();
  const templates = await listed(client);
  expect(templates.map(({ id }) => id)).toEqual(expect.arrayContaining([...BUILTIN_IDS]));
  for (const template of templates) {
    expect(template.source).toBe('builtin');
    expect(template.name).not.toBe('');
    expect(template.description).not.toBe('');
    expect(template.sections).toBeGreaterThan(10);
  }
});

test('a template is inserted with the date and the author filled in', async () => {
  const client = await Client.shared();
  const text = await snippet(client, {
    template: 'system',
    author: 'Ada }$1\\ Byron',
    uri: 'file:///work/a.md',
  });
  expect(text).toContain('**Author:** Ada \\}\\$1\\\\ Byron');
  expect(text).toMatch(/\*\*Date:\*\* \d{4}-\d\d-\d\d/u);
  expect(text).toMatch(/\$\{1:[^}]+\}/u);
  expect(text).toMatch(/\$\{\d+\|Draft,In Review,Approved,Implemented\|\}/u);
  expect(text).not.toContain('specwright:');
  expect(text.endsWith('$0')).toBe(true);
  expect(await snippet(client, { template: 'system' })).toContain('[Name/Team]');
});

test('a template that is not there is said not to be', async () => {
  const client = await Client.shared();
  await expect(snippet(client, { template: 'nope' })).rejects.toThrow(
    'There is no template "nope" any more.',
  );
  await expect(snippet(client, {})).rejects.toThrow();
  expect(client.log).toEqual([]);
});

test.concurrent(
  'the templates of the workspace are known from the start, before the built-in ones',
  async () => {
    const { uri, uriOf } = workspaceFolder({
      [`${folderName}/decision.md`]: decisionTemplate,
      [`${folderName}/deeper/system.md`]: decisionTemplate.replace('# [Decision]', '# [Thing]'),
      [`${folderName}/picture.png`]: new Uint8Array([1, 2, 255]),
    });
    const client = await Client.start({ folders: [uri] });
    client.open(uriOf('a.md'), decision);
    const templates = await listed(client);
    expect(templates.map(({ id, source }) => `${id} ${source}`)).toEqual([
      'decision workspace',
      'system workspace',
      ...BUILTIN_IDS.filter((id) => id !== 'system').map((id) => `${id} builtin`),
    ]);
    expect(await client.problems(uriOf('a.md'))).toEqual(['missing-section Consequences']);
    expect(client.log).toEqual([]);
  },
);

test.concurrent(
  'a template that is dropped in is known, and open documents follow it; and the reverse',
  async () => {
    const { uri, path, uriOf, write } = workspaceFolder();
    const client = await Client.start({ folders: [uri] });
    client.open(uriOf('a.md'), decision);
    expect(await client.pull(uriOf('a.md'))).toEqual([]);
    expect((await client.statusFor(uriOf('a.md'))).template).toBeNull();
    const template = write(`${folderName}/decision.md`, decisionTemplate);
    await client.refreshBy(() => client.fileChanged(template, FileChangeType.Created));
    expect(await client.problems(uriOf('a.md'))).toEqual(['missing-section Consequences']);
    await client.statusFor(uriOf('a.md'), (status) => status.template?.id === 'decision');
    write(`${folderName}/decision.md`, decisionTemplate.replace(/## Verdict[\s\S]*?(?=^## )/mu, ''));
    await client.refreshBy(() => client.fileChanged(template));
    expect(await client.problems(uriOf('a.md'))).toEqual([]);
    rmSync(join(path, folderName), { recursive: true });
    await client.refreshBy(() => client.fileChanged(template, FileChangeType.Deleted));
    await client.statusFor(uriOf('a.md'), (status) => status.template === null);
  },
);

test.concurrent(
  'a template with mistakes gets problems in its file, and is used as far as it goes',
  async () => {
    const broken = `---
specwright:
  id: decision
  order: sometimes
  aliases:
    Question: [Problem]
    No such heading: [Thing]
  colour: red
---

${decisionTemplate}`;
    const { uri, uriOf } = workspaceFolder({
      [`${folderName}/decision.md`]: broken,
      [`${folderName}/other.md`]: decisionTemplate.replace('Verdict', 'Outcome'),
    });
    const client = await Client.start({ folders: [uri] });
    const file = uriOf(`${folderName}/decision.md`);
    client.open(file, broken);
    const items = await client.pull(file);
    expect(items.map((item) => `${item.code} ${item.range.start.line} ${item.severity}`)).toEqual(
      expect.arrayContaining(['template-invalid 3 1', 'template-invalid 6 1', 'template-invalid 7 1']),
    );
    expect(items.every(({ code }) => code === 'template-invalid')).toBe(true);
    expect((await listed(client)).map(({ id }) => id)).toEqual(['decision', 'other', ...BUILTIN_IDS]);
    client.open(uriOf('a.md'), decision);
    expect(await client.problems(uriOf('a.md'))).toEqual(['missing-section Consequences']);
    client.replace(file, '  colour: red\n', '');
    expect(await client.pull(file)).toHaveLength(items.length - 1);
  },
);

test.concurrent.each([
  ['YAML that does not parse', '---\nspecwright:\n  id: a: b\n---\n\n# T\n\n## A\n\n## B\n', 2],
  ['no heading', 'Just a note.\n', 0],
  ['nothing at all', '', 0],
])('a template with %s gets a problem where it is', async (_name, text, line) => {
  const { uri, uriOf } = workspaceFolder({ [`${folderName}/t.md`]: text });
  const client = await Client.start({ folders: [uri] });
  const file = uriOf(`${folderName}/t.md`);
  client.open(file, text);
  const items = await client.pull(file);
  expect(items.length).toBeGreaterThan(0);
  expect(items[0]).toMatchObject({ code: 'template-invalid', severity: 1, source: 'specwright' });
  expect(items[0]!.range.start.line).toBe(line);
  // What has no section is nothing to start a spec from.
  expect((await listed(client)).every(({ sections }) => sections > 0)).toBe(true);
  client.open(uriOf('a.md'), draft);
  expect(await client.problems(uriOf('a.md'))).toContain('status-invalid WIP');
});

test.concurrent(
  'two templates with one id are told of each other, whatever escapes the editor writes',
  async () => {
    const { uri } = workspaceFolder({
      [`${folderName}/one (1).md`]: `---\nspecwright:\n  id: twin\n---\n\n${decisionTemplate}`,
      [`${folderName}/two.md`]: `---\nspecwright:\n  id: twin\n---\n\n${decisionTemplate}`,
      [`${folderName}/alone (2).md`]: decisionTemplate,
    });
    const client = await Client.start({ folders: [uri] });
    const twin = `${uri}/.specwright/templates/one%20%281%29.md`;
    client.open(twin, `---\nspecwright:\n  id: twin\n---\n\n${decisionTemplate}`);
    const [problem] = await client.pull(twin);
    expect(problem?.message).toContain('two.md has the id "twin" too');
    const alone = `${uri}/.specwright/templates/alone%20%282%29.md`;
    client.open(alone, decisionTemplate);
    expect(await client.pull(alone)).toEqual([]);
  },
);

test.concurrent('a file that is no text is a line in the log and nothing else', async () => {
  const { uri, path, uriOf } = workspaceFolder({
    [`${folderName}/decision.md`]: decisionTemplate,
    [`${folderName}/latin.md`]: new Uint8Array([0x23, 0x20, 0xe4, 0x0a]),
  });
  mkdirSync(join(path, folderName, 'folder.md'));
  const client = await Client.start({ folders: [uri] });
  client.open(uriOf('a.md'), decision);
  expect(await client.problems(uriOf('a.md'))).toEqual(['missing-section Consequences']);
  expect(client.log).toEqual([`${join(path, folderName, 'latin.md')} is not UTF-8. Save it as UTF-8.`]);
});

test.concurrent('folders come and go with their templates', async () => {
  const one = workspaceFolder({ [`${folderName}/decision.md`]: decisionTemplate });
  const two = workspaceFolder({ [`${folderName}/other.md`]: decisionTemplate.replace('Verdict', 'Outcome') });
  const client = await Client.start({ folders: [one.uri] });
  const ids = async () => (await listed(client)).map(({ id }) => id);
  expect(await ids()).toEqual(['decision', ...BUILTIN_IDS]);
  await client.refreshBy(() => client.changeFolders({ added: [two.uri] }));
  expect(await ids()).toEqual(['decision', 'other', ...BUILTIN_IDS]);
  await client.refreshBy(() => client.changeFolders({ removed: [one.uri] }));
  expect(await ids()).toEqual(['other', ...BUILTIN_IDS]);
});
