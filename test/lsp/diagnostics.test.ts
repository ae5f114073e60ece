import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DiagnosticTag, type ClientCapabilities } from 'vscode-languageserver-protocol';
import { Client, pushed } from './client';
import { draft, finished, root, startsProcesses } from './fixtures';

startsProcesses();

const uri = 'file:///work/spec.md';

test('a finished spec has no problem, and its status says what it is', async () => {
  const client = await Client.shared();
  client.open(uri, finished);
  expect(await client.pull(uri)).toEqual([]);
  const status = await client.statusFor(uri);
  expect(status.template).toMatchObject({ id: 'system', name: 'System specification' });
  expect(status.template!.confidence).toBeGreaterThan(0.8);
  expect(status.problems).toEqual({ error: 0, warning: 0, info: 0, hint: 0 });
});

test('a problem has all that an editor shows', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const found = (await client.pull(uri)).find(({ code }) => code === 'status-invalid');
  expect(found).toEqual({
    range: { start: { line: 5, character: 12 }, end: { line: 5, character: 15 } },
    severity: 2,
    source: 'specwright',
    code: 'status-invalid',
    message: expect.stringContaining('"WIP" is no status of this template') as string,
  });
});

describe('a client is told what it can show', () => {
  const unused = finished.replace(
    /^## Background$/mu,
    '<!-- specwright-disable placeholder -->\n\n## Background\n\n<!-- specwright-enable -->',
  );
  const all = {
    relatedInformation: true,
    tagSupport: { valueSet: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated] },
    codeDescriptionSupport: true,
  };
  const shown = async (capabilities: ClientCapabilities) => {
    const client = await Client.start({ capabilities });
    client.open(uri, unused);
    const items = capabilities.textDocument?.diagnostic
      ? await client.pull(uri)
      : (await client.pushFor(uri)).diagnostics;
    expect(items.map(({ code }) => code)).toEqual(['unused-suppression']);
    const end = client.rangeOf(uri, '<!-- specwright-enable -->');
    return { item: items[0]!, end };
  };

  test.each<[string, ClientCapabilities]>([
    ['by pulls', { textDocument: { diagnostic: all } }],
    ['by pulls, told as before LSP 3.18', { textDocument: { diagnostic: {}, publishDiagnostics: all } }],
    ['by pushes', { textDocument: { publishDiagnostics: all } }],
  ])('%s', async (_, capabilities) => {
    const { item, end } = await shown(capabilities);
    expect(item).toMatchObject({
      severity: 4,
      tags: [DiagnosticTag.Unnecessary],
      codeDescription: { href: expect.stringMatching(/^https:.*\/unused-suppression\.md$/u) as string },
      relatedInformation: [{ location: { uri, range: end }, message: 'It ends here.' }],
    });
  });

  test('and nothing that it cannot', async () => {
    const other = { tagSupport: { valueSet: [DiagnosticTag.Deprecated] }, relatedInformation: false };
    for (const stated of [{ diagnostic: {} }, { diagnostic: other }, { publishDiagnostics: other }]) {
      const { item } = await shown({ textDocument: stated });
      expect(Object.keys(item).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
    }
  });
});

test('the counts of the status are those of the problems', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const items = await client.pull(uri);
  const { problems } = await client.statusFor(uri);
  const count = (severity: number) => items.filter((item) => item.severity === severity).length;
  expect(problems).toEqual({ error: count(1), warning: count(2), info: count(3), hint: count(4) });
  client.replace(uri, 'WIP', 'Approved\n');
  await client.pull(uri);
  expect((await client.statusFor(uri, (status) => status.problems.error > 0)).problems.info).toBe(0);
});

test('an unchanged status is not sent twice', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  await client.pull(uri);
  await client.pull(uri);
  await client.statusFor(uri);
  expect(client.statuses).toHaveLength(1);
});

test.each([
  ['a README', readFileSync(join(root, 'README.md'), 'utf8')],
  ['an empty file', ''],
  ['a list of links', '# Links\n\n- [a](b)\n- [Name]\n'],
])('%s is never nagged', async (_name, text) => {
  const client = await Client.shared();
  client.open(uri, text);
  expect(await client.pull(uri)).toEqual([]);
  expect(await client.statusFor(uri)).toEqual({
    uri,
    version: 1,
    template: null,
    progress: null,
    problems: { error: 0, warning: 0, info: 0, hint: 0 },
  });
});

test('a document may be anywhere', async () => {
  const client = await Client.start({ settings: { templates: { associations: { '*.txt': 'service' } } } });
  const places = [
    'untitled:Untitled-1',
    'untitled:100%25 done',
    'untitled:100% done',
    'vscode-vfs://github/a/b/spec.md',
  ];
  for (const anywhere of places) {
    client.open(anywhere, draft);
    expect(await client.problems(anywhere)).toContain('status-invalid WIP');
  }
  expect(client.log).toEqual([]);
});

test('a document that is closed while it is asked about is answered', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  await client.pull(uri);
  const asked = client.pull(uri);
  const actions = client.request<unknown[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 5, character: 12 }, end: { line: 5, character: 12 } },
    context: { diagnostics: [] },
  });
  client.notify('textDocument/didClose', { textDocument: { uri } });
  expect((await asked).length).toBeGreaterThan(0);
  expect(Array.isArray(await actions)).toBe(true);
  expect(await client.pull(uri)).toEqual([]);
  client.open(uri, draft);
  expect((await client.pull(uri)).length).toBeGreaterThan(0);
  expect(client.log).toEqual([]);
});

test('front matter that is no YAML is reported where it breaks, and nothing else is lost', async () => {
  const client = await Client.shared();
  client.open(uri, `---\ntitle: a\nowner: b: c\n---\n\n${draft}`);
  const items = await client.pull(uri);
  const broken = items.filter(({ code }) => code === 'metadata-yaml-invalid');
  expect(broken).toHaveLength(1);
  expect(broken[0]!.range.start.line).toBe(2);
  expect(broken[0]!.severity).toBe(1);
  expect(await client.problems(uri)).toContain('placeholder [Technical risk 2]');
  client.replace(uri, 'owner: b: c\n', 'owner: "b: c"\n');
  expect((await client.pull(uri)).some(({ code }) => code === 'metadata-yaml-invalid')).toBe(false);
});

test('what is typed is judged when it is finished: a client that pulls is told to pull again', async () => {
  const client = await Client.shared();
  client.open(uri, draft.replace('WIP', ''));
  for (const character of 'App') {
    client.type(
      uri,
      client.text(uri).includes('**Status:** A') ? lastTyped(client) : '**Status:** ',
      character,
    );
    expect((await client.problems(uri)).filter((problem) => problem.startsWith('status'))).toEqual([]);
  }
  const seen = client.refreshes;
  await client.refreshAfter(seen);
  expect(await client.problems(uri)).toContain('status-invalid App');
  client.type(uri, '**Status:** App', 'roved');
  expect((await client.problems(uri)).filter((problem) => problem.startsWith('status'))).toEqual([]);
});

test('what is typed is judged when it is finished: others get a push', async () => {
  const client = await Client.start({ capabilities: pushed });
  client.open(uri, draft.replace('WIP', ''));
  await client.pushFor(uri);
  client.type(uri, '**Status:** ', 'App');
  const { version } = client.document(uri);
  const statusProblems = (push: { diagnostics: { code?: unknown }[] }) =>
    push.diagnostics.filter(({ code }) => code === 'status-invalid');
  const first = await client.pushFor(uri, (push) => push.version === version);
  expect(statusProblems(first)).toEqual([]);
  await client.pushFor(uri, (push) => statusProblems(push).length === 1);
});

test('leaving the line is finishing it', async () => {
  const client = await Client.shared();
  client.open(uri, draft.replace('WIP', ''));
  client.type(uri, '**Status:** ', 'App');
  client.type(uri, '**Status:** App', '\n');
  expect(await client.problems(uri)).toContain('status-invalid App');
});

test('a rule that waits for its line says nothing of others being typed', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  client.type(uri, 'In October 2026', ',');
  expect(await client.problems(uri)).toContain('status-invalid WIP');
});

function lastTyped(client: Client): string {
  return /\*\*Status:\*\* \w*/u.exec(client.text(uri))![0];
}
