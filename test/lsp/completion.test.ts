import { expect, test } from 'vitest';
import {
  CompletionItemKind,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type InsertReplaceEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { Client, pulling } from './client';
import { decisionTemplate, draft, startsProcesses, workspaceFolder } from './fixtures';

startsProcesses();

const uri = 'file:///work/spec.md';
const document = `<!-- specwright-template service -->

# Parcels - Technical Specification

## Document Info

| Field | Value |
|-------|-------|
| **Status** | Draft |

## Component Architecture

See FR-1 here.

### Component Details

1. **FR-1**: Letters must be weighed.

`;

/** What VS Code can. */
const rich: ClientCapabilities = {
  ...pulling,
  textDocument: {
    ...pulling.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
  },
};

/** What is offered behind the only place where `behind` stands. */
async function complete(
  client: Client,
  behind: string,
  trigger?: string,
  of = uri,
): Promise<CompletionItem[]> {
  const { isIncomplete, items } = await client.request<CompletionList>(CompletionRequest.type.method, {
    textDocument: { uri: of },
    position: client.rangeOf(of, behind).end,
    context: trigger
      ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: trigger }
      : { triggerKind: CompletionTriggerKind.Invoked },
  });
  expect(isIncomplete).toBe(false);
  return items;
}

const resolve = (client: Client, item: CompletionItem) =>
  client.request<CompletionItem>(CompletionResolveRequest.type.method, item);

const find = (items: readonly CompletionItem[], label: string) => items.find((item) => item.label === label)!;

test('a rich client gets snippets, details and documentation when it asks', async () => {
  const client = await Client.start({ capabilities: rich });
  expect(client.capabilities.completionProvider).toEqual({
    triggerCharacters: expect.arrayContaining(['#', '|', '[', ':', '-']) as string[],
    resolveProvider: true,
    completionItem: { labelDetailsSupport: true },
  });
  client.open(uri, document);
  client.type(uri, 'must be weighed.\n\n', '##');
  const items = await complete(client, 'must be weighed.\n\n##', '#');
  expect(items[0]).toMatchObject({
    label: 'API Design',
    kind: CompletionItemKind.Module,
    sortText: '0000',
    filterText: '## API Design',
    insertTextFormat: 2,
    labelDetails: { description: 'required' },
  });
  const edit = items[0]!.textEdit as TextEdit;
  const { end } = client.rangeOf(uri, 'weighed.\n\n##');
  expect(edit.range).toEqual({ start: { ...end, character: 0 }, end });
  expect(edit.newText).toContain('| ${1|[GET/POST/PUT/DELETE],GET,POST,PUT,DELETE|} |');
  expect(items[0]!.documentation).toBeUndefined();
  const { documentation } = await resolve(client, items[0]!);
  expect(documentation).toMatchObject({ kind: 'markdown' });
  expect((documentation as { value: string }).value).toMatch(/^`{3,}markdown\n## API Design\n/u);
});

test('a word behind the cursor stays where a client inserts, and goes where it replaces', async () => {
  const client = await Client.start({ capabilities: rich });
  client.open(uri, document);
  const [item] = await complete(client, 'See FR-', '-');
  const { insert, replace, newText } = item!.textEdit as InsertReplaceEdit;
  expect(newText).toBe('FR-1');
  expect([insert, replace].map(({ start, end }) => end.character - start.character)).toEqual([3, 4]);
  expect(item!.insertTextFormat).toBeUndefined();
});

test('a plain client gets plain text', async () => {
  const client = await Client.shared();
  client.open(uri, document);
  client.type(uri, 'must be weighed.\n\n', '#');
  const items = await complete(client, 'must be weighed.\n\n#', '#');
  const api = find(items, 'API Design');
  expect(api.insertTextFormat).toBeUndefined();
  expect(api.labelDetails).toBeUndefined();
  expect(api.detail).toBe('required');
  const { newText } = api.textEdit as TextEdit;
  expect(newText).toMatch(/^## API Design\n\n### Endpoints Overview\n/u);
  expect(newText).not.toContain('${');
  expect((await resolve(client, api)).documentation).toMatch(/^`{3,}markdown\n/u);
});

test('the line above a new field gets the break that it needs', async () => {
  const client = await Client.shared();
  client.open(
    uri,
    '<!-- specwright-template feature -->\n\n# Technical Specification: Parcels\n\n**Status:** Draft\n\n\n## Overview\n',
  );
  client.type(uri, '**Status:** Draft\n', '**');
  const date = find(await complete(client, '**Status:** Draft\n**'), 'Date');
  expect(date.additionalTextEdits).toEqual([
    { range: { start: { line: 4, character: 17 }, end: { line: 4, character: 17 } }, newText: '  ' },
  ]);
});

test('a comment that hides the whole document is completed all the same', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  await client.pull(uri);
  const start = { line: 0, character: 0 };
  client.change(uri, { range: { start, end: start }, text: '<!--\n\n' });
  expect(await client.pull(uri)).toEqual([]);
  const items = await complete(client, '<!--', '-');
  expect(items.map(({ label }) => label)).toContain('specwright-disable-file');
});

test('nothing for a document that is no spec, with an unknown position, or that is closed', async () => {
  const client = await Client.shared();
  client.open(uri, '# Notes\n\n##\n');
  expect(await complete(client, '\n##', '#')).toEqual([]);
  client.close(uri);
  const gone = await client.request<CompletionList>(CompletionRequest.type.method, {
    textDocument: { uri },
    position: { line: 900, character: 3 },
  });
  expect(gone.items).toEqual([]);
});

test("a team's template is completed as the built-in ones are, with the people of the other documents", async () => {
  const text =
    '<!-- specwright-template decision -->\n\n# Stores - Decision Record\n\n**Status:**\n**Owner:**\n\n## Question\n\nWhich?\n\n';
  const folder = workspaceFolder({
    '.specwright/templates/decision.md': decisionTemplate.replace('\n\n', '\n\n**Owner:** [Name]\n'),
    'one.md': text.replace('**Owner:**', '**Owner:** Grace Hopper'),
    'two.md': text,
  });
  const client = await Client.start({ capabilities: rich, folders: [folder.uri] });
  const two = folder.uriOf('two.md');
  client.open(two, text);
  const labels = async (behind: string, trigger?: string) =>
    (await complete(client, behind, trigger, two)).map(({ label }) => label);
  expect(await labels('**Status:**', ':')).toEqual(['Open', 'Decided']);
  expect(await labels('Which?\n\n')).toContain('Options');
  // The other documents are read once everything else is served.
  while (!(await labels('**Owner:**', ':')).includes('Grace Hopper'));
});
