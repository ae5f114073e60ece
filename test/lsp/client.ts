import { onTestFinished } from 'vitest';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  TextDocumentEdit,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type InitializeResult,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  documentStatusNotification,
  type DocumentStatusParams,
  type InitializationOptions,
} from '../../server/src/protocol';
import { afterwards } from './fixtures';
import { overStdio, type RunningServer } from './servers';

/** What VS Code can, as far as the server asks. */
export const pulling: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: {},
    codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true },
  },
};

/** What a plain editor can. */
export const pushed: ClientCapabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** URIs of the workspace folders. */
  readonly folders?: readonly string[];
  readonly server?: () => RunningServer;
  readonly initializationOptions?: InitializationOptions;
  /** The `specwright` settings, answered when the server asks; undefined: it gets an error. */
  readonly settings?: unknown;
  /** Called before the connection listens. */
  readonly prepare?: (client: Client) => void;
}

/** Longer than anything takes on a busy machine. */
const PATIENCE_MS = 15_000;

let sharedClient: Promise<Client> | undefined;

/** An editor, as the server sees one. It keeps the documents' texts as an editor does, and everything it was told. */
export class Client {
  capabilities!: InitializeResult['capabilities'];
  settings: unknown;
  readonly log: string[] = [];
  readonly pushes: PublishDiagnosticsParams[] = [];
  readonly statuses: DocumentStatusParams[] = [];
  readonly registrations: string[] = [];
  refreshes = 0;
  private readonly texts = new Map<string, TextDocument>();
  private readonly waiting = new Set<() => void>();

  private constructor(readonly server: RunningServer) {}

  /** Starts a server and connects; the server is ended after the tests of the file. */
  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = await Client.connect(options);
    afterwards(() => client.leave());
    return client;
  }

  private static async connect(options: ClientOptions): Promise<Client> {
    const client = new Client((options.server ?? overStdio)());
    client.settings = 'settings' in options ? options.settings : {};
    client.listen(options);
    const { capabilities } = await client.request<InitializeResult>(InitializeRequest.type.method, {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? pulling,
      initializationOptions: options.initializationOptions,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
    });
    client.capabilities = capabilities;
    client.notify(InitializedNotification.type.method, {});
    return client;
  }

  /** A client with no options that the tests of a file share, since starting a server takes longer than most tests. */
  static async shared(): Promise<Client> {
    if (!sharedClient) afterwards(() => (sharedClient = undefined));
    const client = await (sharedClient ??= Client.start());
    onTestFinished(() => client.forget());
    return client;
  }

  request<Result = unknown>(method: string, params: unknown): Promise<Result> {
    return this.server.connection.sendRequest<Result>(method, params);
  }

  notify(method: string, params: unknown): void {
    // A server that has ended hears nothing; that it has ended is what some tests are about.
    this.server.connection.sendNotification(method, params).catch(() => undefined);
  }

  open(uri: string, text: string, version = 1): void {
    const textDocument = { uri, languageId: 'markdown', version, text };
    this.texts.set(uri, TextDocument.create(uri, 'markdown', version, text));
    this.notify(DidOpenTextDocumentNotification.type.method, { textDocument });
  }

  /** Sends changes in one notification; the ranges of each refer to the text after those before it. */
  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): void {
    const version = this.document(uri).version + 1;
    this.texts.set(uri, contentChanges.reduce(changed, this.document(uri)));
    this.texts.set(uri, TextDocument.create(uri, 'markdown', version, this.text(uri)));
    this.notify(DidChangeTextDocumentNotification.type.method, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  /** Replaces the only place where `before` stands. */
  replace(uri: string, before: string, after: string): void {
    this.change(uri, { range: this.rangeOf(uri, before), text: after });
  }

  /** Types character by character behind the only place where `behind` stands. */
  type(uri: string, behind: string, characters: string): void {
    let { end } = this.rangeOf(uri, behind);
    for (const text of characters) {
      this.change(uri, { range: { start: end, end }, text });
      end = { line: end.line, character: end.character + text.length };
    }
  }

  close(uri: string): void {
    this.texts.delete(uri);
    this.notify(DidCloseTextDocumentNotification.type.method, { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.texts.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  text(uri: string): string {
    return this.document(uri).getText();
  }

  rangeOf(uri: string, part: string): Range {
    const text = this.text(uri);
    const start = text.indexOf(part);
    if (start < 0 || text.includes(part, start + 1)) throw new Error(`"${part}" stands not once in ${uri}.`);
    const document = this.document(uri);
    return { start: document.positionAt(start), end: document.positionAt(start + part.length) };
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<FullDocumentDiagnosticReport>(DocumentDiagnosticRequest.type.method, {
      textDocument: { uri },
    });
    return report.items;
  }

  /** `rule text` for each problem of a pull, with the text that it marks. */
  async problems(uri: string): Promise<string[]> {
    return (await this.pull(uri)).map((diagnostic) => this.describe(uri, diagnostic));
  }

  describe(uri: string, { code, range }: Diagnostic): string {
    return `${code} ${this.document(uri).getText(range)}`;
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const diagnostics = (await this.pullOrPushed(uri)).filter(
      (diagnostic) =>
        diagnostic.range.start.line <= range.end.line && range.start.line <= diagnostic.range.end.line,
    );
    return this.request<CodeAction[]>(CodeActionRequest.type.method, {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only ? { only } : {}) },
    });
  }

  /** The only action with this title at the only place where `at` stands. */
  async action(uri: string, at: string, title: string): Promise<CodeAction> {
    const actions = await this.actions(uri, this.rangeOf(uri, at));
    const found = actions.filter((action) => action.title === title);
    if (found.length !== 1)
      throw new Error(
        `${found.length} actions "${title}", but: ${actions.map((action) => action.title).join('; ')}`,
      );
    return found[0]!;
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.request(CodeActionResolveRequest.type.method, action);
  }

  /** Applies an edit as an editor does: not at all when it was made for another version. */
  apply(edit: WorkspaceEdit): void {
    const changes = (edit.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change));
    for (const { textDocument, edits } of changes) {
      const { version } = this.document(textDocument.uri);
      if (textDocument.version !== version)
        throw new Error(`The edit is for version ${textDocument.version}, the document is at ${version}.`);
      this.applyTo(textDocument.uri, edits as { range: Range; newText: string }[]);
    }
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) this.applyTo(uri, edits);
  }

  private applyTo(uri: string, edits: readonly { range: Range; newText: string }[]): void {
    this.change(uri, { text: TextDocument.applyEdits(this.document(uri), [...edits]) });
  }

  /** The last push for a document once it satisfies `isWanted`. */
  pushFor(
    uri: string,
    isWanted: (push: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<PublishDiagnosticsParams> {
    return this.until(`a push for ${uri}`, () => {
      const push = this.pushes.findLast((one) => one.uri === uri);
      return push && isWanted(push) ? push : undefined;
    });
  }

  /** The last status of a document once it satisfies `isWanted`. */
  statusFor(
    uri: string,
    isWanted: (status: DocumentStatusParams) => boolean = () => true,
  ): Promise<DocumentStatusParams> {
    return this.until(`a status of ${uri}`, () => {
      const status = this.statuses.findLast((one) => one.uri === uri);
      return status && isWanted(status) ? status : undefined;
    });
  }

  /** Waits for the server to ask for a refresh of diagnostics beyond the `seen` that it asked for already. */
  async refreshAfter(seen: number): Promise<void> {
    await this.until('a refresh', () => (this.refreshes > seen ? true : undefined));
  }

  /** Does something that makes the server ask for a refresh, and waits for that. */
  async refreshBy(work: () => void): Promise<void> {
    const seen = this.refreshes;
    work();
    await this.refreshAfter(seen);
  }

  logged(part: string): Promise<string> {
    return this.until(`a log line with "${part}"`, () => this.log.find((line) => line.includes(part)));
  }

  configure(settings: unknown): void {
    this.settings = settings;
    this.notify(DidChangeConfigurationNotification.type.method, { settings: null });
  }

  pushConfiguration(specwright: unknown): void {
    this.notify(DidChangeConfigurationNotification.type.method, { settings: { specwright } });
  }

  changeFolders({ added = [], removed = [] }: { added?: string[]; removed?: string[] }): void {
    const folder = (uri: string) => ({ uri, name: uri });
    const event = { added: added.map(folder), removed: removed.map(folder) };
    this.notify(DidChangeWorkspaceFoldersNotification.type.method, { event });
  }

  fileChanged(uri: string, type: FileChangeType = FileChangeType.Changed): void {
    this.notify(DidChangeWatchedFilesNotification.type.method, { changes: [{ uri, type }] });
  }

  /** Shuts down in order. */
  async stop(): Promise<number | null> {
    await this.request(ShutdownRequest.type.method, undefined);
    this.notify(ExitNotification.type.method, undefined);
    return this.server.exited;
  }

  /** Closes all documents and forgets what the server said of them. */
  private forget(): void {
    for (const uri of [...this.texts.keys()]) this.close(uri);
    for (const told of [this.log, this.pushes, this.statuses]) told.length = 0;
  }

  private leave(): void {
    this.server.connection.dispose();
    this.server.kill();
  }

  /** What `find` finds, as soon as it finds something; it looks again whenever the server has said something. */
  until<T>(what: string, find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.waiting.delete(look);
        reject(new Error(`Waited in vain for ${what}. Log: ${this.log.join('\n')} ${this.server.errors()}`));
      }, PATIENCE_MS);
      this.waiting.add(look);
      look();
    });
  }

  private async pullOrPushed(uri: string): Promise<Diagnostic[]> {
    if (this.capabilities.diagnosticProvider) return this.pull(uri);
    return this.pushes.findLast((push) => push.uri === uri)?.diagnostics ?? [];
  }

  private listen({ prepare }: ClientOptions): void {
    const { connection } = this.server;
    const told = () => {
      for (const look of [...this.waiting]) look();
    };
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
      told();
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (push) => {
      this.pushes.push(push);
      told();
    });
    connection.onNotification(documentStatusNotification, (status: DocumentStatusParams) => {
      this.statuses.push(status);
      told();
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      if (this.settings === undefined) throw new Error('The client has no settings.');
      return items.map(({ scopeUri }) =>
        typeof this.settings === 'function'
          ? (this.settings as (uri: string | undefined) => unknown)(scopeUri)
          : this.settings,
      );
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations.map(({ method }) => method));
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes += 1;
      told();
    });
    connection.onUnhandledNotification(() => undefined);
    connection.onError(() => undefined);
    prepare?.(this);
    connection.listen();
  }
}

/** The document after a change, its lines counted anew: `TextDocument` takes a `\r` typed before a `\n` for a line of its own. */
export function changed(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocument {
  const { uri, languageId, version } = document;
  const text = TextDocument.update(document, [change], version).getText();
  return TextDocument.create(uri, languageId, version, text);
}
