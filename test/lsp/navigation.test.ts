import { expect, onTestFinished, test } from 'vitest';
import {
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ShowMessageNotification,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
  type ClientCapabilities,
  type DocumentHighlight,
  type DocumentLink,
  type Location,
  type LocationLink,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { Client, pulling } from './client';
import { startsProcesses, workspaceFolder } from './fixtures';
import { inWebWorker } from './servers';
import { listDocumentsRequest, readFileRequest } from '../../server/src/protocol';

startsProcesses();

const capable: ClientCapabilities = {
  workspace: { ...pulling.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
  textDocument: {
    ...pulling.textDocument,
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
  },
};

const files = {
  'orders.md': '# Orders\n\n### FR-1: Place\n\nA clerk can place an order.\n',
  'plan.md': '\uFEFF# Plan\n\n- Place one ([FR-1](orders.md#fr-1-place)).\n- And FR-1 again.\n',
  'other.md': '# Other\n\nSee FR-2.\n',
};

interface Started {
  readonly client: Client;
  readonly orders: string;
  readonly plan: string;
}

let shared: Promise<Started> | undefined;

/** A client that the tests share, with `orders.md` open, the only one of the files that is. */
async function start(): Promise<Started> {
  const started = await (shared ??= startWith({}));
  const { client, orders } = started;
  client.open(orders, files['orders.md'], 4);
  onTestFinished(() => {
    for (const file of ['orders', 'plan', 'refunds', 'open-plan'])
      client.close(orders.replace('orders', file));
    client.log.length = 0;
  });
  return started;
}

/** A client of its own with `orders.md` open. */
async function startWith(options: {
  capabilities?: ClientCapabilities;
  markdownSupport?: boolean;
}): Promise<Started> {
  const { uri, uriOf } = workspaceFolder(files);
  const { capabilities = capable, markdownSupport = false } = options;
  const client = await Client.start({
    capabilities,
    folders: [uri],
    initializationOptions: { markdownSupport },
  });
  const orders = uriOf('orders.md');
  client.open(orders, files['orders.md'], 4);
  return { client, orders, plan: uriOf('plan.md') };
}

function at(client: Client, uri: string, part: string) {
  return { textDocument: { uri }, position: client.rangeOf(uri, part).start };
}

function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

const rename = (client: Client, uri: string, part: string, newName: string) =>
  client.request<WorkspaceEdit | null>(RenameRequest.type.method, { ...at(client, uri, part), newName });

test('a rename changes open documents by their version, and files', async () => {
  const { client, orders, plan } = await start();
  const prepared = await client.request(PrepareRenameRequest.type.method, at(client, orders, 'FR-1'));
  expect(prepared).toEqual({ range: range(2, 4, 8), placeholder: 'FR-1' });
  const { documentChanges } = (await rename(client, orders, 'FR-1', 'FR-20'))!;
  expect(documentChanges).toEqual([
    { textDocument: { uri: orders, version: 4 }, edits: [{ range: range(2, 4, 8), newText: 'FR-20' }] },
    {
      textDocument: { uri: plan, version: null },
      edits: [
        { range: range(2, 14, 18), newText: 'FR-20' },
        { range: range(3, 6, 10), newText: 'FR-20' },
        { range: range(2, 30, 40), newText: 'fr-20-place' },
      ],
    },
  ]);
  const [own] = documentChanges as TextDocumentEdit[];
  client.apply({ documentChanges: [own!] });
  expect(client.text(orders)).toContain('### FR-20: Place\n');
});

test.concurrent('a client without versioned edits gets plain ones, and no question before', async () => {
  const { client, orders, plan } = await startWith({ capabilities: { textDocument: {} } });
  expect(client.capabilities.renameProvider).toBe(true);
  const { changes } = (await rename(client, orders, 'Place', 'FR-1: Order'))!;
  expect(Object.keys(changes!).sort()).toEqual([orders, plan]);
});

test('a rename that cannot be done safely is refused with the reason', async () => {
  const { client, orders } = await start();
  await expect(rename(client, orders, 'FR-1', 'one')).rejects.toThrow('"one" is no id of a requirement.');
  expect(await rename(client, orders, 'A clerk', 'one')).toBeNull();
  client.open('untitled:Untitled-1', '# A\n\n- **FR-1**: Place.\n');
  expect(await rename(client, 'untitled:Untitled-1', 'FR-1', 'FR-2')).toBeNull();
  expect(client.log).toEqual([]);
});

test('what is not certain is for a person to confirm', async () => {
  const { client, orders } = await start();
  const refunds = orders.replace('orders', 'refunds');
  const plan = orders.replace('orders', 'open-plan');
  client.open(refunds, '# Refunds\n\n- **FR-1**: Refund.\n');
  client.open(plan, '# Plan\n\nTest FR-1.\n');
  const { documentChanges, changeAnnotations } = (await rename(client, orders, 'FR-1', 'FR-7'))!;
  const change = (documentChanges as TextDocumentEdit[]).find(
    ({ textDocument }) => textDocument.uri === plan,
  );
  const label = 'May mean FR-1 of refunds.md';
  expect(change!.edits).toEqual([{ range: range(2, 5, 9), newText: 'FR-7', annotationId: label }]);
  expect(changeAnnotations).toEqual({ [label]: { label, needsConfirmation: true } });
  const plain = await startWith({ capabilities: { ...capable, workspace: pulling.workspace! } });
  plain.client.open(plain.orders.replace('orders', 'refunds'), '- **FR-1**: Refund.\n');
  plain.client.open(plain.orders.replace('orders', 'open-plan'), 'Test FR-1.\n');
  await expect(rename(plain.client, plain.orders, 'FR-1', 'FR-7')).rejects.toThrow(label);
});

test('references of the folder, with and without the definition', async () => {
  const { client, orders, plan } = await start();
  const references = (includeDeclaration: boolean) =>
    client.request<Location[]>(ReferencesRequest.type.method, {
      ...at(client, orders, 'FR-1'),
      context: { includeDeclaration },
    });
  const others = [
    { uri: plan, range: range(2, 14, 18) },
    { uri: plan, range: range(3, 6, 10) },
  ];
  expect(await references(false)).toEqual(others);
  expect(await references(true)).toEqual([{ uri: orders, range: range(2, 4, 8) }, ...others]);
});

test('a definition tells where the link came from, where the client can show it', async () => {
  const { client, orders, plan } = await start();
  client.open(plan, files['plan.md'].replace('\uFEFF', ''));
  const from = { textDocument: { uri: plan }, position: { line: 3, character: 7 } };
  expect(await client.request<LocationLink[]>(DefinitionRequest.type.method, from)).toEqual([
    {
      originSelectionRange: range(3, 6, 10),
      targetUri: orders,
      targetRange: range(2, 0, 15),
      targetSelectionRange: range(2, 4, 8),
    },
  ]);
  const plain = await startWith({ capabilities: pulling });
  plain.client.open(plain.plan, files['plan.md'].replace('\uFEFF', ''));
  const found = await plain.client.request(DefinitionRequest.type.method, {
    ...from,
    textDocument: { uri: plain.plan },
  });
  expect(found).toEqual([{ uri: plain.orders, range: range(2, 4, 8) }]);
});

test('highlights tell the definition from the mentions', async () => {
  const { client, orders } = await start();
  client.replace(orders, 'A clerk', 'FR-1 is: a clerk');
  const found = await client.request<DocumentHighlight[]>(
    DocumentHighlightRequest.type.method,
    at(client, orders, 'FR-1: '),
  );
  expect(found).toEqual([
    { range: range(2, 4, 8), kind: DocumentHighlightKind.Write },
    { range: range(4, 0, 4), kind: DocumentHighlightKind.Read },
  ]);
});

test.concurrent('an editor that knows Markdown is left its headings and links', async () => {
  const { client, orders, plan } = await startWith({ markdownSupport: true });
  const messages: string[] = [];
  client.server.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
    messages.push(message);
  });
  expect(await rename(client, orders, 'Place', 'Order')).toBeNull();
  expect(await client.request(DefinitionRequest.type.method, at(client, orders, 'Place'))).toBeNull();
  // On the heading itself the editor lists it; the mentions of the id only the server knows.
  expect(await client.request(DefinitionRequest.type.method, at(client, orders, 'FR-1'))).toBeNull();
  const found = await client.request<Location[]>(ReferencesRequest.type.method, {
    ...at(client, orders, 'FR-1'),
    context: { includeDeclaration: true },
  });
  expect(found.map(({ uri }) => uri)).toEqual([plan, plan]);
  // Refused, it would put the new name in the place of the whole heading.
  expect(await rename(client, orders, 'FR-1', 'one')).toEqual({ changes: {} });
  expect(messages).toEqual([expect.stringContaining('"one" is no id of a requirement.')]);
  expect((await rename(client, orders, 'FR-1', 'FR-3'))!.documentChanges).toHaveLength(2);
});

test.concurrent('in a browser the files are asked of the client', async () => {
  const root = 'vscode-vfs://github/team/specs';
  const client = await Client.start({
    capabilities: capable,
    folders: [root],
    server: inWebWorker,
    prepare: ({ server: { connection } }) => {
      connection.onRequest(listDocumentsRequest, () => ({
        uris: Object.keys(files).map((file) => `${root}/${file}`),
      }));
      connection.onRequest(readFileRequest, ({ uri }: { uri: string }) => ({
        text: files[uri.slice(root.length + 1) as keyof typeof files],
      }));
      connection.onRequest('specwright/listFiles', () => ({ uris: [] }));
    },
  });
  client.open(`${root}/orders.md`, files['orders.md']);
  const { documentChanges } = (await rename(client, `${root}/orders.md`, 'FR-1', 'FR-3'))!;
  expect(documentChanges).toHaveLength(2);
});

test('a document that changes under a rename is not edited by what it was', async () => {
  const { client, orders } = await start();
  const renamed = rename(client, orders, 'FR-1', 'FR-3').then(
    (edit) => (edit!.documentChanges as TextDocumentEdit[])[0]!.textDocument.version,
    (error: { code: number }) => error.code,
  );
  client.replace(orders, 'A clerk', 'Any clerk');
  // The change may come before the request is worked on, and then the edit is for the version after it.
  expect([-32801, 5]).toContain(await renamed);
});

const template = `# [Name] - Service Note

**Status:** [Draft | In Review | Approved]
**Note ID:** [SN-YYYY-NNN]
**Related:** [Path]

## Requirements

1. **FR-1**: [One behaviour]

## Design

[How it works.]

## Tests

[What is tested.]
`;

const note = `# Refunds - Service Note

**Status:** In Review
**Note ID:** SN-2026-014
**Related:** docs/prd.md, docs/none.md

## Requirements

1. **FR-7**: A clerk can [refund](docs/prd.md#refunds) a [charge](https://example.com/charge).

## Design

See [shop](javascript:alert(1)) and ![plan](../plan.png).

## Tests

None.
`;

const library = {
  '.specwright/templates/note.md': template,
  'refunds.md': note,
  'docs/prd.md': '\uFEFF# Product\n\n## Refunds\n\n```\n## Fence\n```\n\n## Refunds\n',
};

const symbols = async (client: Client, query: string) =>
  (await client.request<WorkspaceSymbol[]>(WorkspaceSymbolRequest.type.method, { query })).map(
    ({ name, containerName, location }) => {
      const start = 'range' in location ? `:${location.range.start.line + 1}` : '';
      return `${name} (${containerName}) ${location.uri.slice(location.uri.lastIndexOf('/') + 1)}${start}`;
    },
  );

test.concurrent('specs, sections and ids of the workspace are found by parts of their names', async () => {
  const { uri, uriOf } = workspaceFolder(library);
  const client = await Client.start({ folders: [uri], capabilities: pulling });
  // The index is complete once a definition in another file is known.
  const plan = uriOf('plan.md');
  client.open(plan, '- FR-7\n');
  const from = { textDocument: { uri: plan }, position: { line: 0, character: 3 } };
  expect(await client.request(DefinitionRequest.type.method, from)).toHaveLength(1);
  expect(await symbols(client, 'refund')).toEqual([
    'Refunds - Service Note (note, In Review) refunds.md:1',
    'Refunds (Product) prd.md:3',
    'Refunds (Product) prd.md:9',
  ]);
  expect(await symbols(client, 'sn-2026-014')).toEqual(['SN-2026-014 (Refunds - Service Note) refunds.md:4']);
  expect(await symbols(client, 'fr-7')).toEqual(['FR-7 (Refunds - Service Note) refunds.md:9']);
  expect(await symbols(client, 'dsgn')).toEqual(['Design (Refunds - Service Note) refunds.md:11']);
  expect(await symbols(client, '')).toEqual(['Refunds - Service Note (note, In Review) refunds.md:1']);
  expect(await symbols(client, 'fence')).toEqual([]);
  client.open(uriOf('refunds.md'), note.replace('## Design', '## Plan'));
  expect(await symbols(client, 'dsgn')).toEqual([]);
});

test.concurrent(
  'places are read when a person goes there, and sections left to an editor that lists them',
  async () => {
    const { uri, uriOf } = workspaceFolder(library);
    const client = await Client.start({
      folders: [uri],
      capabilities: {
        ...pulling,
        workspace: { ...pulling.workspace, symbol: { resolveSupport: { properties: ['location.range'] } } },
      },
      initializationOptions: { markdownSupport: true },
    });
    const plan = uriOf('plan.md');
    client.open(plan, '- FR-7\n');
    await client.request(DefinitionRequest.type.method, {
      textDocument: { uri: plan },
      position: { line: 0, character: 3 },
    });
    expect(await symbols(client, 'design')).toEqual([]);
    const [found] = await client.request<WorkspaceSymbol[]>(WorkspaceSymbolRequest.type.method, {
      query: 'FR-7',
    });
    expect(found!.location).toEqual({ uri: uriOf('refunds.md') });
    const resolved = await client.request<WorkspaceSymbol>(WorkspaceSymbolResolveRequest.type.method, found);
    expect(resolved.location).toEqual({ uri: uriOf('refunds.md'), range: range(8, 5, 9) });
  },
);

test.concurrent(
  'links lead to files of the folder, and those in metadata only to files that are there',
  async () => {
    const { uri, uriOf } = workspaceFolder(library);
    const links = async (markdownSupport: boolean) => {
      const client = await Client.start({ folders: [uri], initializationOptions: { markdownSupport } });
      const own = uriOf('refunds.md');
      client.open(own, note);
      const found = await client.request<DocumentLink[]>(DocumentLinkRequest.type.method, {
        textDocument: { uri: own },
      });
      return found.map((link) => `${client.document(own).getText(link.range)} ${link.target}`);
    };
    const related = `docs/prd.md ${uriOf('docs/prd.md')}`;
    expect(await links(true)).toEqual([related]);
    expect(await links(false)).toEqual([
      `docs/prd.md#refunds ${uriOf('docs/prd.md')}#refunds`,
      'https://example.com/charge https://example.com/charge',
      related,
    ]);
  },
);
