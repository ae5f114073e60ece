import { expect, onTestFinished, test } from 'vitest';
import {
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ShowMessageNotification,
  type ClientCapabilities,
  type DocumentHighlight,
  type Location,
  type LocationLink,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
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
