import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  chooseTemplateRequest,
  previewRequest,
  templateChoicesRequest,
  type ChooseTemplateResult,
  type PreviewResult,
  type TemplateChoicesResult,
} from '../../server/src/protocol';
import { BUILTIN_IDS } from '../support/builtins';
import { Client } from './client';
import { draft, finished, startsProcesses } from './fixtures';

startsProcesses();

const uri = 'file:///work/a.md';

const preview = (client: Client) => client.request<PreviewResult>(previewRequest, { uri });
const choices = (client: Client) => client.request<TemplateChoicesResult>(templateChoicesRequest, { uri });
const choose = (client: Client, template: string | null, version = client.document(uri).version) =>
  client.request<ChooseTemplateResult>(chooseTemplateRequest, { uri, version, template });

/** Applies what the server said for the version of now. */
async function apply(client: Client, template: string | null): Promise<void> {
  const { edits } = await choose(client, template);
  client.change(uri, { text: TextDocument.applyEdits(client.document(uri), edits) });
}

test('a preview has the status, the progress and the placeholders, in its version', async () => {
  const client = await Client.shared();
  client.open(uri, draft, 7);
  const { version, preview: shown } = await preview(client);
  expect(version).toBe(7);
  expect(shown).toMatchObject({ phase: 'draft' });
  await client.pull(uri);
  expect(shown!.progress).toEqual((await client.statusFor(uri)).progress);
  const lines = draft.split('\n');
  for (const { line, character, text } of shown!.placeholders)
    expect(lines[line]!.slice(character)).toContain(text.split('\n')[0]);
  expect(shown!.placeholders.length).toBeGreaterThan(3);
  client.replace(uri, lines[0]!, '# Other');
  expect((await preview(client)).version).toBe(8);
  expect(client.log).toEqual([]);
});

test('what is no spec has no preview, and what is not open is not known', async () => {
  const client = await Client.shared();
  expect(await preview(client)).toEqual({ version: -1, preview: null });
  expect(await choices(client)).toMatchObject({ version: -1, choices: [] });
  client.open(uri, '# Notes\n', 2);
  expect(await preview(client)).toEqual({ version: 2, preview: null });
  expect(await choices(client)).toMatchObject({ current: null, stated: null, detected: null });
  expect(client.log).toEqual([]);
});

test('a template is chosen and let go again', async () => {
  const client = await Client.shared();
  client.open(uri, finished);
  const before = await choices(client);
  expect(before).toMatchObject({ current: 'system', stated: null, detected: 'System specification' });
  expect(before.choices.map(({ id }) => id)).toEqual(BUILTIN_IDS);
  await apply(client, 'feature');
  expect(client.text(uri)).toBe(`<!-- specwright-template feature -->\n\n${finished}`);
  expect(await choices(client)).toMatchObject({
    current: 'feature',
    stated: 'feature',
    detected: 'System specification',
  });
  await apply(client, null);
  expect(client.text(uri)).toBe(finished);
  expect(client.log).toEqual([]);
});

test('a choice for another version, or of a template that is gone, is refused', async () => {
  const client = await Client.shared();
  client.open(uri, finished);
  await expect(choose(client, 'feature', 99)).rejects.toThrow('changed meanwhile');
  await expect(choose(client, 'nope')).rejects.toThrow('There is no template "nope" any more.');
  expect(client.log).toEqual([]);
});
