import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Client, pulling, pushed } from './client';
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

describe.concurrent('.specwright.json', () => {
  const rules = (setting: Record<string, string>) => JSON.stringify({ rules: setting });
  const watching = {
    ...pulling,
    workspace: { ...pulling.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  };

  test('the nearest counts, before the settings of the editor', async () => {
    const { uri: folder, uriOf } = workspaceFolder({
      '.specwright.json': `// ours\n{ "rules": { "placeholder": "off", "date-invalid": "error", }, }`,
      'a.md': draft,
      'docs/v1.2 (new)/.specwright.json': rules({ 'date-invalid': 'hint' }),
      'docs/v1.2 (new)/a.md': draft,
      'quiet/.specwright.json': '{ "ignore": ["**"] }',
      'quiet/a.md': draft,
    });
    const settings = { rules: { placeholder: 'error', 'status-invalid': 'hint', 'date-invalid': 'off' } };
    const client = await Client.start({ folders: [folder], settings });
    const severities = async (file: string) => {
      client.open(file, draft);
      const found = await client.pull(file);
      return ['placeholder', 'date-invalid', 'status-invalid'].map(
        (rule) => found.find(({ code }) => code === rule)?.severity,
      );
    };
    expect(await severities(uriOf('a.md'))).toEqual([undefined, 1, 4]);
    expect(await severities(uriOf('docs/v1.2 (new)/a.md'))).toEqual([undefined, 4, 4]);
    expect(await severities(`${folder}/docs/v1.2%20%28new%29/b.md`)).toEqual([undefined, 4, 4]);
    expect(await severities(uriOf('quiet/a.md'))).toEqual([undefined, undefined, undefined]);
    await client.refreshBy(() => client.configure({ enable: false }));
    expect(await client.pull(uriOf('a.md'))).toEqual([]);
    expect(client.log).toEqual([]);
  });

  test('is read again when it is made, changed and deleted', async () => {
    const { path, uri: folder, uriOf, write } = workspaceFolder({ 'docs/a.md': draft, 'b.md': draft });
    const client = await Client.start({ folders: [folder], capabilities: watching });
    const [a, file] = [uriOf('docs/a.md'), uriOf('docs/.specwright.json')];
    client.open(a, draft);
    client.open(uriOf('b.md'), draft);
    const severity = async (of: string) =>
      (await client.pull(of)).find(({ code }) => code === 'placeholder')?.severity;
    expect(await severity(a)).toBe(3);
    expect(client.registrations).toContain('workspace/didChangeWatchedFiles');
    await client.refreshBy(() =>
      client.fileChanged(write('docs/.specwright.json', rules({ placeholder: 'error' })), 1),
    );
    expect([await severity(a), await severity(uriOf('b.md'))]).toEqual([1, 3]);
    await client.refreshBy(() =>
      client.fileChanged(write('docs/.specwright.json', rules({ placeholder: 'hint' }))),
    );
    expect(await severity(a)).toBe(4);
    rmSync(join(path, 'docs/.specwright.json'));
    await client.refreshBy(() => client.fileChanged(file, 3));
    expect(await severity(a)).toBe(3);
    expect(client.log).toEqual([]);
  });

  test('gives a folder templates and associations of its own', async () => {
    const {
      uri: folder,
      uriOf,
      write,
    } = workspaceFolder({
      'team/.specwright.json':
        '{ "templates": { "folder": "forms", "associations": { "notes/*.md": "decision" } } }',
      'team/forms/decision.md': decisionTemplate,
    });
    const client = await Client.start({ folders: [folder] });
    const templateOf = async (file: string, text = decision) => {
      client.open(uriOf(file), text);
      await client.pull(uriOf(file));
      return (await client.statusFor(uriOf(file))).template?.id;
    };
    expect(await templateOf('team/a.md')).toBe('decision');
    expect(await templateOf('a.md')).toBeUndefined();
    expect(await templateOf('team/notes/x.md', '# Something else\n')).toBe('decision');
    expect(await templateOf('notes/x.md', '# Something else\n')).toBeUndefined();
    await client.refreshBy(() =>
      client.fileChanged(
        write(
          'team/forms/decision.md',
          decisionTemplate.replace('## Verdict\n\n[What is done, and why.]\n\n', ''),
        ),
      ),
    );
    expect(await client.problems(uriOf('team/a.md'))).toEqual([]);
  });

  test('what is wrong in it is reported in it, and all else counts', async () => {
    const faulty =
      '{\n  "rules": { "placeholder": "off", "vague-terms": "off" },\n  "ignore": ["../x"],\n}\n';
    const { uri: folder, uriOf, write } = workspaceFolder({ '.specwright.json': faulty });
    const file = uriOf('.specwright.json');
    const told = (client: Client, count: number) =>
      client.pushFor(file, ({ diagnostics }) => diagnostics.length === count);
    const client = await Client.start({ folders: [folder] });
    client.open(uriOf('a.md'), draft);
    const [rule, glob] = (await told(client, 2)).diagnostics;
    expect(rule).toMatchObject({
      range: { start: { line: 1, character: 35 }, end: { line: 1, character: 48 } },
      severity: 2,
      source: 'specwright',
      code: 'configuration-invalid',
      message: 'There is no rule "vague-terms". Did you mean "vague-term"?',
    });
    expect(glob).toMatchObject({ range: { start: { line: 2 } }, severity: 2 });
    expect((await client.pull(uriOf('a.md'))).some(({ code }) => code === 'placeholder')).toBe(false);
    // An editor that has the schema tells of what the schema can tell.
    const knowing = await Client.start({
      folders: [folder],
      initializationOptions: { validatesConfiguration: true },
    });
    expect((await told(knowing, 1)).diagnostics[0]!.range.start.line).toBe(2);
    write('.specwright.json', '{ "templates": { "associations": { "a/*.md": "sytsem" } } }');
    client.fileChanged(file);
    expect((await told(client, 1)).diagnostics[0]!.message).toContain('There is no template "sytsem"');
    write('.specwright.json', '{ "rules": { "placeholder": "off" ');
    client.fileChanged(file);
    expect(await client.logged('is no valid JSON')).toContain('.specwright.json');
    await client.pushFor(file, ({ diagnostics }) => diagnostics[0]?.severity === 1);
    write('.specwright.json', '{}');
    client.fileChanged(file);
    await told(client, 0);
  });

  test('is found in a folder that is made while others come and go', async () => {
    const { path, uri: folder, uriOf, write } = workspaceFolder({ 'specs/a.md': draft });
    const client = await Client.start({ folders: [folder], capabilities: watching });
    client.open(uriOf('specs/a.md'), draft);
    await client.pull(uriOf('specs/a.md'));
    client.fileChanged(write('.specwright.json', '{ "ignore": [] }'), 1);
    rmSync(join(path, '.specwright.json'));
    client.fileChanged(uriOf('.specwright.json'), 3);
    const file = write('new/.specwright.json', '{ "ignore": ["../x"] }');
    client.fileChanged(file, 1);
    client.fileChanged(write('new/a.md', draft), 1);
    client.open(uriOf('new/a.md'), draft);
    const { diagnostics } = await client.pushFor(file);
    expect(diagnostics).toHaveLength(1);
    expect(client.log).toEqual([]);
  });

  test('each folder of a workspace has its own; one that is opened inside another, too', async () => {
    const one = workspaceFolder({ '.specwright.json': rules({ placeholder: 'error' }), 'in/a.md': draft });
    const two = workspaceFolder({ '.specwright.json': rules({ placeholder: 'hint' }) });
    const inner = one.uriOf('in');
    const client = await Client.start({ folders: [one.uri, two.uri] });
    const severity = async (of: string) => {
      client.open(of, draft);
      return (await client.pull(of)).find(({ code }) => code === 'placeholder')?.severity;
    };
    expect(await severity(one.uriOf('in/a.md'))).toBe(1);
    expect(await severity(two.uriOf('a.md'))).toBe(4);
    await client.refreshBy(() => client.changeFolders({ added: [inner], removed: [two.uri] }));
    expect(await severity(one.uriOf('in/a.md'))).toBe(3);
    expect(await severity(two.uriOf('a.md'))).toBe(3);
    expect(await severity('untitled:Untitled-1')).toBe(3);
  });

  test('a client that is pushed to never sees a document without its settings', async () => {
    const { uri: folder, uriOf } = workspaceFolder({
      'deep/er/.specwright.json': rules({ placeholder: 'off' }),
    });
    const client = await Client.start({ folders: [folder], capabilities: pushed });
    client.open(uriOf('a.md'), draft);
    await client.pushFor(uriOf('a.md'));
    const late = uriOf('deep/er/a.md');
    client.open(late, draft);
    client.type(late, '**Status:** WIP', 'X');
    const isAbout = ({ uri }: { uri: string }) => uri === late;
    await client.pushFor(late, ({ version }) => version === 2);
    const told = client.pushes.filter(isAbout).flatMap(({ diagnostics }) => diagnostics);
    expect(told.length).toBeGreaterThan(5);
    expect(told.some(({ code }) => code === 'placeholder')).toBe(false);
  });
});
