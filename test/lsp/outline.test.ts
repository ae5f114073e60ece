import { expect, test } from 'vitest';
import {
  insertableSectionsRequest,
  outlineEditRequest,
  outlineGuidanceRequest,
  outlineRequest,
  type InsertableSectionsResult,
  type OutlineEditParams,
  type OutlineEditResult,
  type OutlineGuidanceResult,
  type OutlineNode,
  type OutlineResult,
} from '../../server/src/protocol';
import { Client } from './client';
import { draft, finished, startsProcesses } from './fixtures';

startsProcesses();

const uri = 'untitled:spec.md';

const outlineIn = (client: Client) => client.request<OutlineResult | null>(outlineRequest, { uri });
const all = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children)]);

async function nodeIn(client: Client, title: string): Promise<OutlineNode> {
  const outline = await outlineIn(client);
  const found = all(outline!.entries).find((node) => node.title === title);
  if (!found) throw new Error(`There is no "${title}".`);
  return found;
}

async function act(
  client: Client,
  title: string,
  params: Pick<OutlineEditParams, 'act' | 'onto'> & { version?: number },
): Promise<OutlineEditResult> {
  const { key } = await nodeIn(client, title);
  const { version } = client.document(uri);
  return client.request(outlineEditRequest, { uri, version, key, title, ...params });
}

/** Applies edits as the client does; a snippet as a person who leaves its stops as they are. */
function apply(client: Client, result: OutlineEditResult): void {
  if ('refused' in result) throw new Error(result.refused);
  const edits =
    'edits' in result
      ? result.edits
      : [
          {
            range: result.range,
            newText: result.snippet
              .replace(/\$\{\d+[:|]?((?:\\.|[^\\}])*)\}/gu, '$1')
              .replace(/\\(.)/gu, '$1'),
          },
        ];
  client.apply({ changes: { [uri]: edits } });
}

test('the outline of a draft has its ghosts, its ranges and its progress', async () => {
  const client = await Client.shared();
  client.open(uri, draft, 7);
  const outline = (await outlineIn(client))!;
  expect(outline).toMatchObject({ version: 7, template: { id: 'system' } });
  const nodes = all(outline.entries);
  expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length);
  const counted = nodes.filter(({ isOpen }) => isOpen).length;
  expect(outline.progress.total - outline.progress.complete).toBe(counted);
  const security = nodes.find(({ title }) => title === 'Security')!;
  expect(client.document(uri).getText(security.selection!)).toBe('## Security');
  expect(client.document(uri).getText(security.range!)).toMatch(/^## Security[^]*webhook handler\.\n\n$/u);
  expect(security.acts).toContain('place');
  expect(security.isMovable).toBe(true);
  const missing = nodes.filter(({ state }) => state === 'missing');
  expect(missing.length).toBeGreaterThan(5);
  expect(missing.every(({ range, acts }) => range === null && acts.includes('insert'))).toBe(true);
  expect(nodes.find(({ kind }) => kind === 'metadata')).toMatchObject({
    state: 'placeholders',
    title: '',
    problems: { error: 0, warning: 2 },
  });
});

test('what is no spec has no outline', async () => {
  const client = await Client.shared();
  client.open(uri, '# Hello\n');
  expect(await outlineIn(client)).toBeNull();
  expect(await client.request(outlineRequest, { uri: 'file:///closed.md' })).toBeNull();
});

test('a missing section is inserted with tab stops, for the version that was shown', async () => {
  const client = await Client.shared();
  client.open(uri, finished.replace(/## Security\n[\s\S]*?(?=^## )/mu, ''), 3);
  expect(await act(client, 'Security', { act: 'insert', version: 2 })).toHaveProperty('refused');
  const before = (await nodeIn(client, 'Security')).key;
  const result = await act(client, 'Security', { act: 'insert' });
  expect(result).toHaveProperty('snippet', expect.stringMatching(/^## Security\n[^]*\$\{1:/u));
  apply(client, result);
  const { key, state } = await nodeIn(client, 'Security');
  expect([key, state]).toEqual([before, 'partial']);
});

test('an entry that reads otherwise by now is left alone', async () => {
  const client = await Client.shared();
  client.open(uri, finished);
  const { key } = await nodeIn(client, 'Security');
  const params = { uri, version: 1, key, title: 'Safety', act: 'up' };
  expect(await client.request(outlineEditRequest, params)).toHaveProperty('refused');
});

test('sections are moved, dropped, and marked as not applicable', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  apply(client, await act(client, 'Security', { act: 'place' }));
  expect((await nodeIn(client, 'Security')).acts).not.toContain('place');
  const glossary = await nodeIn(client, 'Context');
  apply(client, await act(client, 'Assumptions', { act: 'drop', onto: glossary.key }));
  expect(client.text(uri)).toMatch(/### Assumptions[^]*### Context/u);
  expect(await act(client, 'Background', { act: 'drop', onto: glossary.key })).toHaveProperty('refused');
  apply(client, await act(client, 'State Management', { act: 'notApplicable' }));
  expect(client.text(uri)).toContain('### State Management\n\nNot applicable: [the reason]\n');
  apply(client, await act(client, 'Non-Goals', { act: 'notApplicable' }));
  expect(client.text(uri)).toContain('### Non-Goals\n\nNot applicable: [the reason]\n');
});

test('a template tells what a section is for, and which sections could be added', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const { key } = await nodeIn(client, 'Related Work');
  const { markdown } = await client.request<OutlineGuidanceResult>(outlineGuidanceRequest, { uri, key });
  expect(markdown).toMatch(/part of this job/u);
  const { sections } = await client.request<InsertableSectionsResult>(insertableSectionsRequest, { uri });
  expect(sections.length).toBeGreaterThan(5);
  const into = (await nodeIn(client, 'Performance')).key;
  const inside = await client.request<InsertableSectionsResult>(insertableSectionsRequest, { uri, into });
  expect(inside.sections.map(({ under }) => under)).toEqual(inside.sections.map(() => 'Performance'));
  const params = { uri, version: 1, key: inside.sections[0]!.key, title: '', act: 'insert' };
  apply(client, await client.request<OutlineEditResult>(outlineEditRequest, params));
  expect((await nodeIn(client, inside.sections[0]!.title)).range).not.toBeNull();
});

test('no setting of a rule completes a section', async () => {
  const client = await Client.start({
    settings: { rules: { placeholder: 'off', 'metadata-missing': 'off' } },
  });
  client.open(uri, draft);
  expect(await nodeIn(client, 'Related Work')).toMatchObject({ state: 'placeholders', placeholders: 1 });
});
