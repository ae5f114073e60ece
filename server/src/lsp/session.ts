import type {
  ClientCapabilities,
  Connection,
  InitializeParams,
  ServerCapabilities,
  WorkspaceFolder,
} from 'vscode-languageserver';
import { Diagnostics } from '../features/diagnostics';
import type { Schema } from '../template/schema';
import type { InitializationOptions } from '../protocol';
import { DEFAULT_CONFIGURATION, readConfiguration, type Configuration } from '../workspace/configuration';
import { Documents } from '../workspace/documents';
import { Workspaces } from '../workspace/index/workspaces';
import type { OpenDocument } from '../workspace/open-document';
import type { Host } from '../workspace/ports';
import type { TemplateChoice } from '../workspace/spec';
import { TemplateLibrary } from '../workspace/template-library';
import { isWithin, plainUri } from '../workspace/uri';
import { guard } from './guard';

/** A group of requests that is served; the client learns of it when it connects. */
export interface Capable {
  /** Depends on what the client can do, so it is asked once that is known. */
  capabilities(): ServerCapabilities;
}

type Listener = (uri: string) => void;

/** What the requests of one client share: its capabilities, folders and settings, its documents and templates. */
export class Session {
  client: ClientCapabilities = {};
  /** Whether the editor serves plain Markdown itself, see `InitializationOptions`. */
  editorKnowsMarkdown = false;
  /** Whether the client can show references, see `InitializationOptions`. */
  showsReferences = false;
  /** The settings of a client that pushes them instead of answering when asked. */
  pushedSettings: unknown;
  readonly documents: Documents;
  readonly templates: TemplateLibrary;
  /** What the documents of each folder have to say to each other. */
  readonly workspaces: Workspaces;
  readonly diagnostics: Diagnostics;
  /** Settles when settings and templates were read for the first time; what was said before would be half-informed. */
  readonly ready: Promise<void>;
  isReady = false;
  private folders: WorkspaceFolder[] = [];
  private configurations: ReadonlyMap<string, Configuration> = new Map();
  private reloading: Promise<void> = Promise.resolve();
  private nextReload: Promise<void> | undefined;
  private becomeReady: () => void = () => undefined;
  private readonly onChanged: Listener[] = [];
  private readonly onClosed: Listener[] = [];
  private readonly onRead: (() => void)[] = [];
  private readonly onReloaded: (() => void)[] = [];
  private readonly onOutdated: ((documents: readonly OpenDocument[]) => void)[] = [];
  private look: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    builtins: readonly Schema[],
  ) {
    this.templates = new TemplateLibrary(builtins, host);
    this.documents = new Documents((uri) => this.choiceFor(uri), host.log);
    this.workspaces = new Workspaces({
      host,
      choose: (uri) => this.choiceFor(uri),
      isTemplate: (uri) => this.templates.folderOf(uri) !== undefined,
      folderOf: (uri) => this.folderOf(uri)?.uri,
    });
    this.workspaces.onDidChange(() => this.lookForOutdated());
    this.diagnostics = new Diagnostics(host, (uri) => this.workspaces.view(uri));
    this.ready = new Promise((resolve) => {
      this.becomeReady = () => {
        this.isReady = true;
        resolve();
      };
    });
  }

  initialize({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams): void {
    this.client = capabilities;
    const options = initializationOptions as InitializationOptions | null | undefined;
    this.editorKnowsMarkdown = options?.markdownSupport === true;
    this.showsReferences = options?.showsReferences === true;
    this.folders = workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' }] : []);
  }

  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.folders = [...this.folders.filter(({ uri }) => !gone.has(uri)), ...added];
  }

  /**
   * Reads settings and templates again, and finds the template of every open document anew. One reading waits for the one
   * before, so that a slow one never overwrites what a later one found; those that wait become one.
   */
  reload(): Promise<void> {
    this.nextReload ??= this.reloading = this.reloading.then(() => {
      this.nextReload = undefined;
      // Ready in any case: a request that waits for ever is worse than one that knows the built-in templates only.
      return guard(this.host.log, 'settings and templates', () => this.readAll()).then(() => {
        this.becomeReady();
        // Nobody waits for it: what other documents say is added when it is known.
        void guard(this.host.log, 'workspace', () => this.readWorkspace());
      });
    });
    return this.nextReload;
  }

  /** What fails here is logged and leaves the rest as it is. */
  private async readAll(): Promise<void> {
    const { log } = this.host;
    await guard(log, 'settings', () => this.readSettings());
    const folders = this.folders.map(({ uri }) => this.templateFolderFor(uri)!);
    this.templates.keepOnly(folders);
    for (const folder of folders)
      await guard(log, `templates in ${folder}`, () => this.templates.load(folder));
    this.documents.chooseAgain();
    for (const listener of this.onReloaded) await guard(log, 'reload', listener);
  }

  private async readWorkspace(): Promise<void> {
    const folders = this.folders.filter(({ uri }) => this.configurationFor(uri).enable);
    await this.workspaces.build(
      folders.map(({ uri }) => uri),
      this.documents.all(),
    );
  }

  /** Files that were made, changed or deleted: a template concerns every document, another only those that ask for it. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    const others = uris.filter((uri) => !this.isTemplatePath(uri));
    const reads = others.map((uri) => this.workspaces.fileChanged(uri));
    if (others.length < uris.length) reads.push(this.reload());
    await Promise.all(reads);
    for (const listener of this.onRead) listener();
  }

  private isTemplatePath(uri: string): boolean {
    const folder = this.templateFolderFor(uri);
    return folder !== undefined && (plainUri(uri) === plainUri(folder) || isWithin(uri, folder));
  }

  /** Once what is going on is done, so that typing waits for no other document. */
  private lookForOutdated(): void {
    this.look ??= setTimeout(() => {
      this.look = undefined;
      const outdated = [...this.documents.all()].filter((document) =>
        this.diagnostics.areOutdated(document, this.configurationFor(document.uri)),
      );
      if (outdated.length > 0) for (const listener of this.onOutdated) listener(outdated);
    });
  }

  /** The folder with the templates for a file; undefined for one outside the workspace. */
  templateFolderFor(uri: string): string | undefined {
    const folder = this.folderOf(uri);
    return folder && templateFolder(folder.uri, this.configurationFor(uri));
  }

  /** The settings that hold for a file. */
  configurationFor(uri: string): Configuration {
    return this.configurations.get(this.folderOf(uri)?.uri ?? '') ?? DEFAULT_CONFIGURATION;
  }

  changed(uri: string): void {
    const document = this.documents.get(uri);
    if (document && this.isReady) this.workspaces.update(document);
    for (const listener of this.onChanged) listener(uri);
  }

  closed(uri: string): void {
    void guard(this.host.log, 'workspace', async () => {
      await this.workspaces.close(uri);
      for (const listener of this.onRead) listener();
    });
    for (const listener of this.onClosed) listener(uri);
  }

  onDidChange(listener: Listener): void {
    this.onChanged.push(listener);
  }

  onDidClose(listener: Listener): void {
    this.onClosed.push(listener);
  }

  /** Hears of files that were made, changed or deleted, once it is known what they hold. */
  onDidReadFiles(listener: () => void): void {
    this.onRead.push(listener);
  }

  onDidReload(listener: () => void): void {
    this.onReloaded.push(listener);
  }

  /** Hears of documents that have other problems now, since another document or file changed. */
  onDidBecomeOutdated(listener: (documents: readonly OpenDocument[]) => void): void {
    this.onOutdated.push(listener);
  }

  /** How the template of a file is found. */
  choiceFor(uri: string): TemplateChoice {
    const folder = this.folderOf(uri)?.uri;
    const plain = plainUri(uri);
    const path = folder
      ? plain.slice(plainUri(folder).replace(/\/$/u, '').length + 1)
      : plain.slice(plain.lastIndexOf('/') + 1);
    const schemas = this.templates.all(this.templateFolderFor(uri));
    return { schemas, configuration: this.configurationFor(uri), path };
  }

  /** The innermost workspace folder around a file. */
  private folderOf(uri: string): WorkspaceFolder | undefined {
    const around = this.folders.filter((folder) => uri === folder.uri || isWithin(uri, folder.uri));
    return around.sort((a, b) => b.uri.length - a.uri.length)[0];
  }

  private async readSettings(): Promise<void> {
    const scopes = ['', ...this.folders.map(({ uri }) => uri)];
    const asks = this.client.workspace?.configuration === true;
    const sections: unknown[] = asks
      ? await this.connection.workspace.getConfiguration(
          scopes.map((uri) => ({ section: 'specwright', ...(uri === '' ? {} : { scopeUri: uri }) })),
        )
      : scopes.map(() => this.pushedSettings);
    this.configurations = new Map(scopes.map((uri, index) => [uri, readConfiguration(sections[index])]));
  }
}

function templateFolder(workspaceFolder: string, { templatesFolder }: Configuration): string {
  const path = templatesFolder
    .replace(/\\/gu, '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const parts = workspaceFolder.replace(/\/$/u, '').split('/');
  for (const part of path) {
    if (part === '..') parts.pop();
    else parts.push(encodeURIComponent(part));
  }
  return parts.join('/');
}
