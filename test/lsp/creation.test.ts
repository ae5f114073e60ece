import { expect, test } from 'vitest';
import {
  adoptTemplateRequest,
  newSpecPlaceRequest,
  saveAsTemplateRequest,
  templateSnippetRequest,
  type AdoptTemplateResult,
  type NewSpecPlaceResult,
  type SaveAsTemplateResult,
  type TemplateSnippetResult,
} from '../../server/src/protocol';
import { Client } from './client';
import { decision, decisionTemplate, finished, startsProcesses, workspaceFolder } from './fixtures';

startsProcesses();

const NOTES = 'Parcels get lost.\n\n## Security\n\nNone yet.\n';
const uri = 'file:///work/notes.md';

async function adopt(client: Client, params: object): Promise<AdoptTemplateResult> {
  return client.request(adoptTemplateRequest, { uri, version: 1, template: 'system', ...params });
}

test('a template is put around the text of a document', async () => {
  const client = await Client.shared();
  client.open(uri, NOTES);
  const result = await adopt(client, { author: 'Ada Byron' });
  if (result.kind !== 'edits') throw new Error(result.kind);
  client.apply({ documentChanges: [{ textDocument: { uri, version: 1 }, edits: result.edits }] });
  const text = client.text(uri);
  expect(text).toMatch(/^# Notes - Technical Specification\n\n\*\*Version:\*\* \[X\.Y\]/u);
  expect(text).toContain('**Author:** Ada Byron');
  expect(text).toContain('Parcels get lost.');
  expect(text.match(/^## Security$/gmu)).toHaveLength(1);
  expect(client.document(uri).getText(result.blank!)).toBe('[X.Y]');
  expect((await client.problems(uri)).filter((problem) => problem.startsWith('missing-section'))).toEqual([]);
  expect(await adopt(client, { version: 2 })).toEqual({ kind: 'edits', edits: [], blank: null });
});

test('it is not put around another version, an unknown document or by a name that there is not', async () => {
  const client = await Client.shared();
  client.open(uri, NOTES, 4);
  expect(await adopt(client, { version: 3 })).toEqual({ kind: 'changed' });
  expect(await adopt(client, { version: 4, template: 'nope' })).toMatchObject({ kind: 'refused' });
  expect(await adopt(client, { uri: 'file:///work/other.md' })).toMatchObject({ kind: 'refused' });
});

test('a spec of another template is converted or added to, as the author says', async () => {
  const client = await Client.shared();
  client.open(uri, finished);
  const about = { template: 'feature' };
  expect(await adopt(client, about)).toEqual({
    kind: 'follows',
    name: 'System specification',
    canConvert: true,
  });
  for (const instead of ['convert', 'insert'])
    expect(await adopt(client, { ...about, instead })).toMatchObject({ kind: 'edits' });
});

test.concurrent('a new spec gets the place, the id and the title that fit the workspace', async () => {
  const { uri: root, uriOf } = workspaceFolder({
    '.specwright/templates/decision.md': decisionTemplate.replace('**Status', '**ID:** [DR-NNN]\n**Status'),
    'decisions/queue.md': decision.replace('**Status', '**ID:** DR-007\n**Status'),
    'docs/readme.md': '# Docs\n',
  });
  const client = await Client.start({ folders: [root] });
  const place = async (params: object) =>
    (
      await client.request<NewSpecPlaceResult>(newSpecPlaceRequest, {
        root,
        title: 'Which cache?',
        ...params,
      })
    ).path;
  const snippet = () =>
    client.request<TemplateSnippetResult>(templateSnippetRequest, {
      template: 'decision',
      title: 'Which cache?',
      uri: uriOf('decisions/which-cache.md'),
    });
  await expect.poll(async () => (await snippet()).text, { timeout: 20_000 }).toContain('DR-008');
  expect(await place({ template: 'decision' })).toBe('decisions/which-cache.md');
  expect(await place({ template: 'decision', folder: uriOf('docs/deep') })).toBe('docs/deep/which-cache.md');
  expect((await snippet()).text).toMatch(/^# Which cache\? - Decision Record$/mu);
});

test.concurrent('a spec becomes a template of its workspace folder', async () => {
  const { uri: root, uriOf } = workspaceFolder({
    '.specwright/templates/old.md': `---\nspecwright:\n  id: ours\n  name: Ours of old\n---\n\n${decisionTemplate}`,
  });
  const client = await Client.start({ folders: [root] });
  const save = (params: object): Promise<SaveAsTemplateResult> =>
    client.request(saveAsTemplateRequest, { uri: uriOf('a.md'), ...params });
  client.open(uriOf('a.md'), finished);
  expect(await save({})).toMatchObject({ kind: 'name', name: 'System specification' });
  const made = await save({ name: 'Our system', description: 'As we do it.' });
  expect(made).toMatchObject({
    kind: 'template',
    id: 'our-system',
    file: `${root}/.specwright/templates/our-system.md`,
    taken: null,
  });
  expect(made.kind === 'template' && made.text).toContain('## Security\n');
  expect(await save({ name: 'ours' })).toMatchObject({
    taken: 'Ours of old',
    file: `${root}/.specwright/templates/old.md`,
  });
  expect(await save({ name: 'System' })).toMatchObject({ id: 'system', taken: 'System specification' });
  client.open(uriOf('b.md'), 'Words.\n');
  expect(await save({ uri: uriOf('b.md') })).toMatchObject({ kind: 'refused' });
});
