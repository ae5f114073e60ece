import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { systemClock } from '../workspace/clock';
import { nodeFiles } from './files';

const connection = createConnection(ProposedFeatures.all);
startServer(connection, {
  files: nodeFiles,
  clock: systemClock,
  log: {
    info: (message) => connection.console.info(message),
    error: (message) => connection.console.error(message),
  },
});
