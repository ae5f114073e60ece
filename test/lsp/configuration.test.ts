import { describe, expect, test } from 'vitest';
import { Client, pushed } from './client';
import { decision, decisionTemplate, draft, startsProcesses, workspaceFolder } from './fixtures';

startsProcesses();

const uri = 'file:///work/spec.md';

const severityOf = async (client: Client, rule: string) =>
  (await client.pull(uri)).find(({ code }) => code === rule)?.severity;

describe.concurrent('a client that is asked', () => {
  test('sets the severity of rules, also while they are shown', async () => {
    const client = await Client.start({
      settings: { rules: { placeholder: 'off', 'date-invalid': 'information' } },
    });
    client.open(uri, draft);
    expect(await severityOf(client, 'placeholder')).toBeUndefined();
    expect(await severityOf(client, 'date-invalid')).toBe(3);
    expect(await severityOf(client, 'status-invalid')).toBe(2);
    await client.refreshBy(() =>
      client.configure({ rules: { placeholder: 'error', 'status-invalid': 'default' } }),
    );
    expect(await severityOf(client, 'placeholder')).toBe(1);
    expect(await severityOf(client, 'date-invalid')).toBe(2);
    await client.refreshBy(() => client.configure({}));
    expect(await severityOf(client, 'placeholder')).toBe(3);
  });

  test('turns Specwright off and on', async () => {
    const client = await Client.start({ settings: { enable: false } });
    client.open(uri, draft);
    expect(await client.pull(uri)).toEqual([]);
    const range = client.rangeOf(uri, 'WIP');
    expect(await client.actions(uri, range)).toEqual([]);
    await client.refreshBy(() => client.configure({ enable: true }));
    expect((await client.pull(uri)).length).toBeGreaterThan(10);
  });

  test('gets nothing before its settings are known: no flicker at the start', async () => {
    const client = await Client.start({ capabilities: pushed });
    client.open(uri, draft);
    await client.pushFor(uri);
    expect(client.pushes.filter((push) => push.uri === uri)).toHaveLength(1);
  });

  test('may write nonsense', async () => {
    const settings = { enable: 'yes', rules: [1, 'x'], templates: 7, debug: null, author: {} };
    const client = await Client.start({ settings });
    client.open(uri, draft);
    expect(await client.problems(uri)).toContain('status-invalid WIP');
    await client.refreshBy(() => client.configure(null));
    expect(await client.problems(uri)).toContain('status-invalid WIP');
    expect(client.log).toEqual([]);
  });

  test('says which template a file follows', async () => {
    const { uri: folder } = workspaceFolder();
    const settings = { templates: { associations: { 'notes/**/*.md': 'service', 'a b/*.md': 'system' } } };
    const client = await Client.start({ settings, folders: [folder] });
    const at = async (file: string) => {
      client.open(`${folder}/${file}`, '# Notes\n\n## Something else\n');
      await client.pull(`${folder}/${file}`);
      return (await client.statusFor(`${folder}/${file}`)).template;
    };
    expect(await at('notes/2026/one.md')).toMatchObject({ id: 'service', confidence: 1 });
    expect(await at('a%20b/one.md')).toMatchObject({ id: 'system', confidence: 1 });
    expect(await at('elsewhere/one.md')).toBeNull();
    await client.refreshBy(() => client.configure({}));
    await client.pull(`${folder}/notes/2026/one.md`);
    await client.statusFor(`${folder}/notes/2026/one.md`, ({ template }) => template === null);
  });

  test('has settings of its own in each folder', async () => {
    const one = workspaceFolder();
    const two = workspaceFolder();
    const settings = (scope: string | undefined) => ({ enable: scope !== two.uri });
    const client = await Client.start({ settings, folders: [one.uri, two.uri] });
    client.open(one.uriOf('a.md'), draft);
    client.open(two.uriOf('a.md'), draft);
    expect((await client.pull(one.uriOf('a.md'))).length).toBeGreaterThan(10);
    expect(await client.pull(two.uriOf('a.md'))).toEqual([]);
  });
});

test.concurrent('a client that pushes its settings is heard', async () => {
  const client = await Client.start({ capabilities: pushed });
  client.open(uri, draft);
  await client.pushFor(uri, ({ diagnostics }) => diagnostics.some(({ code }) => code === 'placeholder'));
  client.pushConfiguration({ rules: { placeholder: 'off' } });
  const push = await client.pushFor(uri, ({ diagnostics }) =>
    diagnostics.every(({ code }) => code !== 'placeholder'),
  );
  expect(push.diagnostics.length).toBeGreaterThan(10);
  client.pushConfiguration({ enable: false });
  await client.pushFor(uri, ({ diagnostics }) => diagnostics.length === 0);
});

test.concurrent('many changes of the settings at once end with the last', async () => {
  const client = await Client.start();
  client.open(uri, draft);
  for (let i = 0; i < 20; i++) client.configure({ enable: i % 2 === 0 });
  client.configure({ rules: { placeholder: 'error' } });
  await client.refreshBy(() => client.configure({ rules: { placeholder: 'error' } }));
  expect(await severityOf(client, 'placeholder')).toBe(1);
});

test.concurrent('the folder of templates can be moved', async () => {
  const { uri: folder, uriOf } = workspaceFolder({ 'our docs/templates/decision.md': decisionTemplate });
  const client = await Client.start({ folders: [folder] });
  client.open(uriOf('a.md'), decision);
  expect(await client.pull(uriOf('a.md'))).toEqual([]);
  await client.refreshBy(() => client.configure({ templates: { folder: './our docs/templates/' } }));
  expect(await client.problems(uriOf('a.md'))).toEqual(['missing-section Consequences']);
  await client.refreshBy(() => client.configure({ templates: { folder: 'nowhere' } }));
  expect(await client.pull(uriOf('a.md'))).toEqual([]);
});
