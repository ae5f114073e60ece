import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { builtinSchemas } from '../workspace/builtin-schemas';
import type { Host } from '../workspace/ports';
import { PROJECT_FILE } from '../workspace/project-file';
import { serveActions } from './actions';
import { serveTemplateChoice } from './choose-template';
import { serveCodeLens } from './code-lens';
import { serveCompletion } from './completion';
import { serveConfigurationFaults } from './configuration-faults';
import { serveCreation } from './creation';
import { serveDiagnostics } from './diagnostics';
import { serveDocumentSymbols } from './document-symbols';
import { serveFolding } from './folding';
import { serveDocumentLinks } from './document-links';
import { guard } from './guard';
import { serveHover } from './hover';
import { serveNavigation } from './navigation';
import { serveOutline } from './outline';
import { servePreview } from './preview';
import { serveRename } from './rename';
import { serveSelectionRanges } from './selection-ranges';
import { serveSemanticTokens } from './semantic-tokens';
import { Session, type Capable } from './session';
import { serveSpecs } from './specs';
import { serveTemplates } from './templates';
import { serveWorkspaceSymbols } from './workspace-symbols';

/** Documents, and what they usually link to. */
const WATCHED = '**/*.{md,markdown,png,jpg,jpeg,gif,svg,webp,pdf,yaml,yml,json}';

/** Every group of requests of LSP that is served. */
const FEATURES: readonly ((session: Session) => Capable)[] = [
  serveActions,
  serveCodeLens,
  serveCompletion,
  serveDiagnostics,
  serveDocumentSymbols,
  serveFolding,
  serveDocumentLinks,
  serveHover,
  serveNavigation,
  serveRename,
  serveSelectionRanges,
  serveSemanticTokens,
  serveWorkspaceSymbols,
];

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
        ...capabilitiesOf(features),
      },
    };
  });
  const features = FEATURES.map((serve) => serve(session));
  servePreview(session);
  serveTemplateChoice(session);
  serveTemplates(session);
  serveConfigurationFaults(session);
  serveSpecs(session);
  serveOutline(session);
  serveCreation(session);

  connection.onInitialized(() => {
    if (session.client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void guard(host.log, 'registration', () =>
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'specwright' }),
      );
    }
    if (session.client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: WATCHED }, { globPattern: `**/${PROJECT_FILE}` }];
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
    session.settings.pushed = (settings as Record<string, unknown> | null)?.specwright;
    void guard(host.log, 'configuration', () => session.reload());
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    void guard(host.log, 'watched files', () => session.filesChanged(uris));
  });
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    session.opened(uri, text, version);
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

function capabilitiesOf(features: readonly Capable[]): ServerCapabilities {
  return features.reduce<ServerCapabilities>((all, feature) => ({ ...all, ...feature.capabilities() }), {});
}
