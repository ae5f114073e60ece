import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { BUILTIN_TEMPLATES } from '../workspace/builtin-templates';
import type { Host } from '../workspace/ports';
import { serveActions } from './actions';
import { serveDiagnostics } from './diagnostics';
import { serveDocumentLinks } from './document-links';
import { guard } from './guard';
import { serveNavigation } from './navigation';
import { serveRename } from './rename';
import { Session } from './session';
import { serveTemplates } from './templates';
import { serveWorkspaceSymbols } from './workspace-symbols';

/** Documents, and what they usually link to. */
const WATCHED = '**/*.{md,markdown,png,jpg,jpeg,gif,svg,webp,pdf,yaml,yml,json}';

/** Serves Specwright over a connection until the client ends it. */
export function startServer(connection: Connection, host: Host): void {
  const session = new Session(connection, host, BUILTIN_TEMPLATES);
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
        ...navigation.capabilities(),
        ...renames.capabilities(),
        ...documentLinks.capabilities(),
        ...workspaceSymbols.capabilities(),
      },
    };
  });
  const diagnostics = serveDiagnostics(session);
  const actions = serveActions(session);
  const navigation = serveNavigation(session);
  const renames = serveRename(session);
  const documentLinks = serveDocumentLinks(session);
  const workspaceSymbols = serveWorkspaceSymbols(session);
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
