import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { builtinSchemas } from '../workspace/builtin-schemas';
import type { Host } from '../workspace/ports';
import { serveActions } from './actions';
import { serveCodeLens } from './code-lens';
import { serveCompletion } from './completion';
import { serveDiagnostics } from './diagnostics';
import { serveDocumentSymbols } from './document-symbols';
import { serveFolding } from './folding';
import { guard } from './guard';
import { serveHover } from './hover';
import { serveNavigation } from './navigation';
import { serveRename } from './rename';
import { serveSelectionRanges } from './selection-ranges';
import { serveSemanticTokens } from './semantic-tokens';
import { Session } from './session';
import { serveTemplates } from './templates';

/** Documents, and what they usually link to. */
const WATCHED = '**/*.{md,markdown,png,jpg,jpeg,gif,svg,webp,pdf,yaml,yml,json}';

/** Serves Specwright over a connection until the client ends it. */
export function startServer(connection: Connection, host: Host): void {
  const session = new Session(connection, host, builtinSchemas());
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    session.initialize(params);
    return {
      serverInfo: { name: 'specwright' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...diagnostics.capabilities(),
        ...actions.capabilities(),
        ...hover.capabilities(),
        ...semanticTokens.capabilities(),
        ...completion.capabilities(),
        ...navigation.capabilities(),
        ...renames.capabilities(),
        ...folding.capabilities(),
        ...selectionRanges.capabilities(),
        ...documentSymbols.capabilities(),
        ...codeLens.capabilities(),
      },
    };
  });
  const diagnostics = serveDiagnostics(session);
  const actions = serveActions(session);
  const hover = serveHover(session);
  const semanticTokens = serveSemanticTokens(session);
  const completion = serveCompletion(session);
  const navigation = serveNavigation(session);
  const renames = serveRename(session);
  const folding = serveFolding(session);
  const selectionRanges = serveSelectionRanges(session);
  const documentSymbols = serveDocumentSymbols(session);
  const codeLens = serveCodeLens(session);
  serveTemplates(session);

  connection.onInitialized(() => {
    if (session.client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void guard(host.log, 'registration', () =>
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'specwright' }),
      );
    }
    if (session.client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: WATCHED }];
      void guard(host.log, 'registration', () =>
        connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
      );
    }
    if (session.client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        session.changeFolders(added, removed);
        void guard(host.log, 'workspace folders', () => session.reload());
      });
    }
    void guard(host.log, 'start', () => session.reload());
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session.pushedSettings = (settings as Record<string, unknown> | null)?.specwright;
    void guard(host.log, 'configuration', () => session.reload());
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    void guard(host.log, 'watched files', () => session.filesChanged(uris));
  });
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    session.documents.add(uri, text, version);
    session.changed(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    session.documents.change(textDocument.uri, contentChanges, textDocument.version);
    session.changed(textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    session.documents.remove(textDocument.uri);
    session.closed(textDocument.uri);
  });
  connection.listen();
}
