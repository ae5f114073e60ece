// A language server that does nothing: it takes the same messages and finds no problem. What it takes is the price of the
// protocol alone, which no server can undercut.
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const connection = createMessageConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
const capabilities = { textDocumentSync: { openClose: true, change: 2 }, diagnosticProvider: {} };
connection.onRequest('initialize', () => ({ capabilities }));
connection.onRequest('textDocument/diagnostic', () => ({ kind: 'full', items: [] }));
connection.onRequest('shutdown', () => null);
connection.onNotification('exit', () => process.exit(0));
connection.onUnhandledNotification(() => undefined);
connection.listen();
