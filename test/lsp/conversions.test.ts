import { expect, test } from 'vitest';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol';
import { Client } from './client';
import { finished, startsProcesses } from './fixtures';

startsProcesses();

const uri = 'file:///work/conversions.md';
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

test('a conversion comes without its edit, which converts the document as one change', async () => {
  const client = await Client.shared();
  client.open(uri, finished, 5);
  const actions = await client.actions(uri, top, ['refactor.rewrite.template']);
  expect(actions.map(({ title }) => title)).toContain('Convert to "Agent specification"');
  expect(actions.every(({ edit }) => edit === undefined)).toBe(true);
  const action = actions.find(({ title }) => title === 'Convert to "Agent specification"')!;
  const { edit } = await client.resolve(action);
  const [change, ...others] = edit!.documentChanges as TextDocumentEdit[];
  expect(others).toEqual([]);
  expect(change!.textDocument).toEqual({ uri, version: 5 });
  client.apply(edit!);
  const again = await client.actions(uri, top, ['refactor.rewrite.template']);
  expect(again.map(({ title }) => title)).not.toContain('Convert to "Agent specification"');
});

test('conversions stand among the quick fixes of no ordinary line', async () => {
  const client = await Client.shared();
  client.open(uri, finished);
  const line = finished.split('\n').findIndex((text) => /^[A-Z].{40,}/u.test(text));
  const range = { start: { line, character: 3 }, end: { line, character: 3 } };
  const kinds = (await client.actions(uri, range)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind?.startsWith('refactor.rewrite'))).toEqual([]);
});
