import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';
import { systemClock } from '../workspace/clock';
import { clientFiles } from './files';

const scope = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
startServer(connection, {
  files: clientFiles(connection),
  clock: systemClock,
  log: {
    info: (message) => connection.console.info(message),
    error: (message) => connection.console.error(message),
  },
});
