import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from '../lsp/client-files';
import { startServer } from '../lsp/server';
import { systemClock } from '../workspace/clock';

// A worker's own scope posts and receives messages as the handle to a worker does.
const scope = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
startServer(connection, {
  files: clientFiles(connection),
  clock: systemClock,
  log: {
    info: (message) => connection.console.info(message),
    error: (message) => connection.console.error(message),
  },
});
