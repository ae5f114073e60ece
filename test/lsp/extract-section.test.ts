import { expect, test } from 'vitest';
import type { CreateFile, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { Client, pulling } from './client';
import { finished, startsProcesses } from './fixtures';

startsProcesses();

const uri = 'file:///work/my%20spec.md';
const heading = '### Related Work';

test('a section goes to a file that the edit makes, beside the document', async () => {
  const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };
  const client = await Client.start({
    capabilities: { ...pulling, workspace: { ...pulling.workspace, workspaceEdit } },
  });
  client.open(uri, finished, 7);
  const actions = await client.actions(uri, client.rangeOf(uri, heading), ['refactor.extract']);
  expect(actions.map(({ title }) => title)).toEqual(['Extract "Related Work" to my-spec-related-work.md']);
  const { edit } = await client.resolve(actions[0]!);
  const [made, text, own] = edit!.documentChanges as [CreateFile, TextDocumentEdit, TextDocumentEdit];
  expect(made).toMatchObject({ kind: 'create', uri: 'file:///work/my-spec-related-work.md' });
  expect(made.options).toEqual({ overwrite: false, ignoreIfExists: false });
  expect(text.textDocument.uri).toBe(made.uri);
  expect(text.edits.map((each) => 'newText' in each && each.newText).join('')).toMatch(
    /^# Related Work\n\n\S/u,
  );
  expect(own.textDocument).toEqual({ uri, version: 7 });
});

test('a client that makes no files is not offered it', async () => {
  const client = await Client.shared();
  client.open(uri, finished);
  expect(await client.actions(uri, client.rangeOf(uri, heading), ['refactor.extract'])).toEqual([]);
});
