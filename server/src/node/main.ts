import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientFiles } from '../lsp/client-files';
import { startServer } from '../lsp/server';
import { systemClock } from '../workspace/clock';
import { nodeFiles } from './files';
import { filesByScheme } from './files-by-scheme';

const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some((argument) => TRANSPORTS.includes(argument.split('=')[0]!))) {
  console.error(
    `Start the language server with one of ${TRANSPORTS.join(', ')}; an editor does that by itself.`,
  );
  process.exit(2);
}

const connection = createConnection(ProposedFeatures.all);
let wasShutDown = false;
connection.onShutdown(() => {
  wasShutDown = true;
});
// The library ends the process when a stream closes, but not when the parent of a forked one goes.
process.once('disconnect', () => process.exit(wasShutDown ? 0 : 1));
startServer(connection, {
  files: filesByScheme(nodeFiles, clientFiles(connection)),
  clock: systemClock,
  log: {
    info: (message) => connection.console.info(message),
    error: (message) => connection.console.error(message),
  },
});
