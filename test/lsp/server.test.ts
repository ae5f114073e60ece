import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node';
import {
  fileErrors,
  listFilesRequest,
  readFileRequest,
  type ReadFileParams,
} from '../../server/src/protocol';
import { Client, pushed, type ClientOptions } from './client';
import { decision, decisionTemplate, draft, startsProcesses, workspaceFolder } from './fixtures';
import { inWebWorker, overIpc, overStdio } from './servers';

startsProcesses();

const uri = 'file:///work/spec.md';

describe.concurrent.each([
  ['over stdio', overStdio],
  ['over IPC', overIpc],
  ['in a web worker', inWebWorker],
])('a server %s', (_name, server) => {
  const options: ClientOptions = { server };

  test('answers pulls and actions, and ends in order', async () => {
    const client = await Client.start(options);
    client.open(uri, draft);
    expect(await client.problems(uri)).toContain('status-invalid WIP');
    const action = await client.resolve(await client.action(uri, 'WIP', 'Set the status to "In Review"'));
    client.apply(action.edit!);
    expect(client.text(uri)).toContain('**Status:** In Review  \n');
    expect(await client.problems(uri)).not.toContain('status-invalid WIP');
    await client.request('shutdown', undefined);
    expect(client.server.errors()).toBe('');
  });

  test('pushes to a client that cannot pull', async () => {
    const client = await Client.start({ ...options, capabilities: pushed });
    client.open(uri, draft, 7);
    const { diagnostics, version } = await client.pushFor(uri);
    expect(version).toBe(7);
    expect(diagnostics.map((diagnostic) => client.describe(uri, diagnostic))).toContain('status-invalid WIP');
    client.close(uri);
    expect((await client.pushFor(uri, (push) => push.diagnostics.length === 0)).diagnostics).toEqual([]);
  });
});

describe.concurrent('what the server says it can', () => {
  test('to a client that pulls', async () => {
    const { capabilities } = await Client.start();
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      diagnosticProvider: {
        identifier: 'specwright',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
      codeActionProvider: {
        codeActionKinds: expect.arrayContaining(['quickfix', 'source.fixAll.specwright']) as string[],
        resolveProvider: true,
      },
      hoverProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentSymbolProvider: true,
      codeLensProvider: {},
      semanticTokensProvider: { full: { delta: true }, range: true },
    });
  });

  test('to one that does not', async () => {
    const { capabilities } = await Client.start({ capabilities: pushed });
    expect(capabilities.diagnosticProvider).toBeUndefined();
  });

  test('it registers for settings where it may', async () => {
    const client = await Client.start();
    await client.pull(uri);
    expect(client.registrations).toContain('workspace/didChangeConfiguration');
  });
});

describe.concurrent('the end', () => {
  test('exit after shutdown is 0', async () => {
    const client = await Client.start();
    expect(await client.stop()).toBe(0);
    expect(client.server.errors()).toBe('');
  });

  test('exit without shutdown is 1', async () => {
    const client = await Client.start();
    client.notify('exit', undefined);
    expect(await client.server.exited).toBe(1);
  });

  test.each([
    ['stdio', overStdio],
    ['IPC', overIpc],
  ])('a server whose client has gone ends by itself: %s', async (_name, server) => {
    const client = await Client.start({ server });
    client.open(uri, draft);
    await client.pull(uri);
    client.server.hangUp();
    expect(await client.server.exited).toBe(1);
    expect(client.server.errors()).toBe('');
  });
});

describe.concurrent('a client that fails', () => {
  test('to answer for settings loses nothing but its settings', async () => {
    const { uri: folder } = workspaceFolder({ '.specwright/templates/decision.md': decisionTemplate });
    const client = await Client.start({ settings: undefined, folders: [folder] });
    client.open(`${folder}/a.md`, decision);
    expect(await client.problems(`${folder}/a.md`)).toContain('missing-section Consequences');
    expect(await client.logged('settings')).toContain('The client has no settings.');
  });

  test('to refresh leaves the server running', async () => {
    const client = await Client.start({
      prepare: ({ server }) =>
        server.connection.onRequest('workspace/diagnostic/refresh', () => {
          throw new Error('no refresh here');
        }),
    });
    client.open(uri, draft);
    client.configure({ rules: { placeholder: 'off' } });
    await client.logged('no refresh here');
    expect((await client.problems(uri)).length).toBeGreaterThan(0);
  });
});

test.concurrent('a request that is cancelled is answered as cancelled, and others are answered', async () => {
  const client = await Client.start();
  client.open(uri, draft);
  const { connection } = client.server;
  const params = { textDocument: { uri } };
  const others = [client.pull(uri), client.pull(uri)];
  const source = new CancellationTokenSource();
  const cancelled = connection.sendRequest('textDocument/diagnostic', params, source.token);
  source.cancel();
  await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  for (const items of await Promise.all(others)) expect(items.length).toBeGreaterThan(10);
});

describe.concurrent('in a virtual workspace', () => {
  const folder = 'vscode-vfs://github/team/project';
  const files: Record<string, string> = {
    [`${folder}/.specwright/templates/decision.md`]: decisionTemplate,
    [`${folder}/.specwright/templates/broken.md`]: 'not UTF-8',
  };

  function answering(client: Client): void {
    client.server.connection.onRequest(listFilesRequest, ({ uri: at }: { uri: string }) => ({
      uris: Object.keys(files).filter((file) => file.startsWith(`${at}/`)),
    }));
    client.server.connection.onRequest(readFileRequest, ({ uri: file }: ReadFileParams) => {
      if (file.endsWith('broken.md'))
        throw new ResponseError(fileErrors.fileNotUtf8, `${file} is not a UTF-8 text.`);
      return { text: files[file] };
    });
  }

  test.each([
    ['in a browser', inWebWorker],
    ['on a desktop', overIpc],
  ])('the client reads the templates for a server %s', async (_, server) => {
    const client = await Client.start({ server, folders: [folder], prepare: answering });
    client.open(`${folder}/a.md`, decision);
    expect(await client.problems(`${folder}/a.md`)).toEqual(['missing-section Consequences']);
    expect((await client.statusFor(`${folder}/a.md`)).template?.id).toBe('decision');
    expect(await client.logged('broken.md')).toContain('is not a UTF-8 text');
  });

  test('a client that cannot read files still gets the built-in templates', async () => {
    const client = await Client.start({ server: inWebWorker, folders: [folder] });
    client.open(uri, draft);
    expect(await client.problems(uri)).toContain('status-invalid WIP');
    await client.logged('templates in');
  });
});

test.concurrent('nothing of VS Code is needed: a client without any capability', async () => {
  const client = await Client.start({ capabilities: {} });
  client.open(uri, draft);
  expect((await client.pushFor(uri)).diagnostics.length).toBeGreaterThan(10);
});
