import { describe, expect, test } from 'vitest';
import type { CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { fixAll } from '../../server/src/features/fix-all';
import { systemClock } from '../../server/src/workspace/clock';
import { choiceOf } from '../support/check-text';
import { memoryHost } from '../support/host';
import { Client, pulling } from './client';
import { draft, finished, startsProcesses } from './fixtures';

startsProcesses();

const uri = 'file:///work/spec.md';
const withoutSecurity = finished.replace(/## Security\n[\s\S]*?(?=^## )/mu, '');

async function missingSecurity(client: Client): Promise<CodeAction> {
  const missing = (await client.pull(uri)).find(({ code }) => code === 'missing-section')!;
  const actions = await client.actions(uri, missing.range);
  return actions.find(({ title }) => title === 'Insert section "Security"')!;
}

test('an action is offered without its edit, which comes when it is chosen', async () => {
  const client = await Client.shared();
  client.open(uri, withoutSecurity, 3);
  const action = await missingSecurity(client);
  expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true });
  expect(action.diagnostics).toHaveLength(1);
  expect(action.edit).toBeUndefined();
  const { edit } = await client.resolve(action);
  const [change] = edit!.documentChanges as TextDocumentEdit[];
  expect(change!.textDocument).toEqual({ uri, version: 3 });
  client.apply(edit!);
  expect(await client.problems(uri)).not.toContain(expect.stringContaining('missing-section'));
  const inserted = client.text(uri);
  const security = /## Security\n[\s\S]*?(?=^## )/mu;
  expect(inserted.replace(security, '')).toBe(withoutSecurity);
  expect(inserted.indexOf('## Security')).toBe(finished.indexOf('## Security'));
});

test('a client that cannot resolve gets the whole edit at once', async () => {
  const { codeAction: _, ...textDocument } = pulling.textDocument!;
  const client = await Client.start({ capabilities: { ...pulling, textDocument } });
  client.open(uri, withoutSecurity);
  const action = await missingSecurity(client);
  client.apply(action.edit!);
  expect(client.text(uri)).toContain('\n## Security\n');
});

test('a client without versioned edits gets plain ones', async () => {
  const client = await Client.start({ capabilities: { textDocument: pulling.textDocument! } });
  client.open(uri, withoutSecurity);
  const { edit } = await client.resolve(await missingSecurity(client));
  expect(edit!.documentChanges).toBeUndefined();
  expect(Object.keys(edit!.changes!)).toEqual([uri]);
  client.apply(edit!);
  expect(client.text(uri)).toContain('\n## Security\n');
});

test('an edit uses the line endings of the document', async () => {
  const client = await Client.shared();
  client.open(uri, withoutSecurity.replace(/\n/gu, '\r\n'));
  client.apply((await client.resolve(await missingSecurity(client))).edit!);
  expect(client.text(uri)).toContain('\r\n## Security\r\n');
  expect(client.text(uri).replace(/\r\n/gu, '')).not.toMatch(/[\r\n]/u);
});

test('a client gets the kinds of actions that it asks for', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const range = client.rangeOf(uri, 'WIP');
  const kinds = async (...only: string[]) =>
    new Set((await client.actions(uri, range, only)).map(({ kind }) => kind));
  const all = 'source.fixAll.specwright';
  expect((await client.actions(uri, range, ['quickfix'])).length).toBeGreaterThan(3);
  expect(await kinds('quickfix')).toEqual(new Set(['quickfix']));
  for (const asked of ['source', 'source.fixAll', all]) expect(await kinds(asked)).toEqual(new Set([all]));
  expect(await kinds('quickfix', 'source.fixAll')).toEqual(new Set(['quickfix', all]));
  const others = [
    'refactor.other',
    'quickfi',
    'quickfix.other',
    'source.fix',
    `${all}.other`,
    'source.fixAll.eslint',
  ];
  expect(await client.actions(uri, range, others)).toEqual([]);
  expect((await client.actions(uri, range)).every(({ kind }) => kind === 'quickfix')).toBe(true);
  expect(client.capabilities.codeActionProvider).toEqual({
    codeActionKinds: expect.arrayContaining(['quickfix', all, 'refactor.insert.section']) as string[],
    resolveProvider: true,
  });
});

describe('fix-all', () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
  const fixAllOf = (client: Client) => client.actions(uri, whole, ['source.fixAll']);
  /** Ends of lines of both kinds, a byte order mark, and what is wrong in several ways at once. */
  const damaged = `\uFEFF${draft.replace(/\n/gu, '\r\n')}`;

  test('comes without its edit, which is made when it is asked for and leaves all else alone', async () => {
    const client = await Client.shared();
    client.open(uri, damaged, 7);
    const [action, ...others] = await fixAllOf(client);
    expect(others).toEqual([]);
    expect(action!.edit).toBeUndefined();
    const { edit } = await client.resolve(action!);
    const [change] = edit!.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument).toEqual({ uri, version: 7 });
    const edits = change!.edits as { range: Range; newText: string }[];
    expect(edits.length).toBeGreaterThan(3);
    const removed = edits.map(({ range }) => client.document(uri).getText(range)).join('');
    expect(removed.length).toBeLessThan(damaged.length / 4);
    const expected = fixAll(uri, damaged, choiceOf({}), { ...memoryHost(), clock: systemClock });
    client.apply(edit!);
    expect(client.text(uri)).toBe(expected.text);
    expect((await client.problems(uri)).filter((problem) => problem.startsWith('missing-'))).toEqual([]);
    expect(await fixAllOf(client)).toEqual([]);
    expect(client.log).toEqual([]);
  });

  test('is for the text as it is when the edit is made', async () => {
    const client = await Client.shared();
    client.open(uri, draft);
    const [action] = await fixAllOf(client);
    client.replace(uri, '## Background\n', '## Background\n\nA new paragraph 😀.\n');
    client.apply((await client.resolve(action!)).edit!);
    expect(client.text(uri)).toContain('A new paragraph 😀.');
    client.close(uri);
    expect((await client.resolve(action!)).edit).toBeUndefined();
    client.open(uri, finished);
    expect((await client.resolve(action!)).edit).toBeUndefined();
    expect(await fixAllOf(client)).toEqual([]);
  });

  test('gives a client that cannot resolve its edit at once', async () => {
    const { codeAction: _, ...textDocument } = pulling.textDocument!;
    const client = await Client.start({ capabilities: { textDocument } });
    client.open(uri, draft);
    const [action] = await fixAllOf(client);
    expect(Object.keys(action!.edit!.changes!)).toEqual([uri]);
    client.apply(action!.edit!);
    expect(await fixAllOf(client)).toEqual([]);
  });

  test('is not offered where every fix needs a choice, nor for what is no spec', async () => {
    const client = await Client.shared();
    client.open(uri, finished.replace(/(?<=^\*\*Status:\*\* )\w.*?(?= *$)/mu, 'WIP'));
    expect(await client.problems(uri)).toEqual(['status-invalid WIP']);
    expect(await fixAllOf(client)).toEqual([]);
    client.close(uri);
    client.open(uri, '# Notes\n\n[Name]\n');
    expect(await fixAllOf(client)).toEqual([]);
  });
});

test('nothing is offered where there is no problem, in no spec, and for no document', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  client.open('file:///work/notes.md', '# Notes\n\n[Name]\n');
  expect(await client.actions(uri, client.rangeOf(uri, 'In October 2026'))).toEqual([]);
  const start = { line: 2, character: 0 };
  expect(await client.actions('file:///work/notes.md', { start, end: start })).toEqual([]);
  expect(await client.actions('file:///work/none.md', { start, end: start })).toEqual([]);
});

test('all missing sections at once, and then nothing is missing', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const missing = (await client.pull(uri)).find(({ code }) => code === 'missing-section')!;
  const actions = await client.actions(uri, missing.range);
  const all = actions.filter(({ title }) => /^Insert all \d+ missing sections$/u.test(title));
  expect(all).toHaveLength(1);
  client.apply((await client.resolve(all[0]!)).edit!);
  const left = await client.problems(uri);
  expect(left.filter((problem) => problem.startsWith('missing-'))).toEqual([]);
});

test('all missing sections are those that are missing when the edit is made', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const missing = (await client.pull(uri)).filter(({ code }) => code === 'missing-section');
  const actions = await client.actions(uri, missing[0]!.range);
  const all = actions.find(({ title }) => title.startsWith('Insert all'))!;
  const one = actions.find(({ title }) => title.startsWith('Insert section'))!;
  client.apply((await client.resolve(one)).edit!);
  client.apply((await client.resolve(all)).edit!);
  const left = await client.problems(uri);
  expect(left.filter((problem) => problem.startsWith('missing-'))).toEqual([]);
});

test('each of two problems alike gets its own fix', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const row = client.rangeOf(uri, '| [H/M/L] | [H/M/L] |');
  const choose = (await client.actions(uri, row)).filter(({ title }) => title === 'Choose "H"');
  expect(choose).toHaveLength(2);
  client.apply((await client.resolve(choose[1]!)).edit!);
  expect(client.text(uri)).toContain('| [H/M/L] | H |');
});

test('an edit made after the text changed in between is for the same problem, where it is now', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const row = client.rangeOf(uri, '| [H/M/L] | [H/M/L] |');
  const [first, second] = (await client.actions(uri, row)).filter(({ title }) => title === 'Choose "L"');
  client.replace(uri, '## Background\n', '## Background\n\nA new paragraph 😀.\n');
  client.apply((await client.resolve(second!)).edit!);
  expect(client.text(uri)).toContain('| [Technical risk 2] | [H/M/L] | L |');
  // Now that one of two alike is gone, the other cannot be told for sure, and a wrong edit is worse than none.
  expect((await client.resolve(first!)).edit).toBeUndefined();
});

test('an edit for a problem that has gone in between is none', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const action = await client.action(uri, 'WIP', 'Set the status to "In Review"');
  client.replace(uri, 'WIP', 'Approved');
  expect((await client.resolve(action)).edit).toBeUndefined();
  client.close(uri);
  expect((await client.resolve(action)).edit).toBeUndefined();
  expect(client.log).toEqual([]);
});

test('an action of another program, without data, is given back as it is', async () => {
  const client = await Client.shared();
  const action = { title: 'Foreign' };
  expect(await client.resolve(action)).toEqual(action);
  expect(client.log).toEqual([]);
});

test('a rule can be silenced where it speaks, and in the file', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  const here = await client.action(uri, 'Goal 2: a second', 'Disable "placeholder" here');
  client.apply((await client.resolve(here)).edit!);
  expect(await client.problems(uri)).not.toContain(
    'placeholder [Goal 2: a second property, independent of the first]',
  );
  expect(await client.problems(uri)).toContain('placeholder [Technical risk 2]');
  const everywhere = await client.action(uri, '[Technical risk 2]', 'Disable "placeholder" in this file');
  client.apply((await client.resolve(everywhere)).edit!);
  expect((await client.problems(uri)).filter((problem) => problem.startsWith('placeholder'))).toEqual([]);
});
