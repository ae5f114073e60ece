import type {
  ClientCapabilities,
  Connection,
  InitializeParams,
  ServerCapabilities,
  WorkspaceFolder,
} from 'vscode-languageserver';
import { Diagnostics } from '../features/diagnostics';
import { DEFAULT_CONFIGURATION, readConfiguration, type Configuration } from '../workspace/configuration';
import { Documents } from '../workspace/documents';
import type { Host } from '../workspace/ports';
import type { TemplateChoice } from '../workspace/spec';
import { TemplateLibrary, type BuiltinTemplate } from '../workspace/template-library';

/** A group of requests that is served; the client learns of it when it connects. */
export interface Capable {
  /** Depends on what the client can do, so it is asked once that is known. */
  capabilities(): ServerCapabilities;
}

type Listener = (uri: string) => void;

/** What the requests of one client share: its capabilities, folders and settings, its documents and templates. */
export class Session {
  client: ClientCapabilities = {};
  /** The settings of a client that pushes them instead of answering when asked. */
  pushedSettings: unknown;
  readonly documents: Documents;
  readonly templates: TemplateLibrary;
  readonly diagnostics: Diagnostics;
  private folders: WorkspaceFolder[] = [];
  private readonly configurations = new Map<string, Configuration>();
  private readonly onChanged: Listener[] = [];
  private readonly onClosed: Listener[] = [];
  private readonly onReloaded: (() => void)[] = [];

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    builtins: readonly BuiltinTemplate[],
  ) {
    this.templates = new TemplateLibrary(builtins, host);
    this.documents = new Documents((uri) => this.choiceFor(uri));
    this.diagnostics = new Diagnostics(host);
  }

  initialize({ capabilities, workspaceFolders, rootUri }: InitializeParams): void {
    this.client = capabilities;
    this.folders = workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' }] : []);
  }

  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.folders = [...this.folders.filter(({ uri }) => !gone.has(uri)), ...added];
  }

  /** Reads settings and templates again, and finds the template of every open document anew. */
  async reload(): Promise<void> {
    await this.readSettings();
    const folders = this.folders.map(({ uri }) => templateFolder(uri, this.configurationFor(uri)));
    this.templates.keepOnly(folders);
    for (const folder of folders) await this.templates.load(folder);
    this.documents.chooseAgain();
    for (const listener of this.onReloaded) listener();
  }

  /** The settings that hold for a file. */
  configurationFor(uri: string): Configuration {
    return this.configurations.get(this.folderOf(uri)?.uri ?? '') ?? DEFAULT_CONFIGURATION;
  }

  changed(uri: string): void {
    for (const listener of this.onChanged) listener(uri);
  }

  closed(uri: string): void {
    for (const listener of this.onClosed) listener(uri);
  }

  onDidChange(listener: Listener): void {
    this.onChanged.push(listener);
  }

  onDidClose(listener: Listener): void {
    this.onClosed.push(listener);
  }

  onDidReload(listener: () => void): void {
    this.onReloaded.push(listener);
  }

  private choiceFor(uri: string): TemplateChoice {
    const folder = this.folderOf(uri)?.uri;
    const path = decodeURIComponent(
      folder && uri.startsWith(`${folder}/`)
        ? uri.slice(folder.length + 1)
        : uri.slice(uri.lastIndexOf('/') + 1),
    );
    return { schemas: this.templates.all(), configuration: this.configurationFor(uri), path };
  }

  /** The innermost workspace folder around a file. */
  private folderOf(uri: string): WorkspaceFolder | undefined {
    const around = this.folders.filter(
      (folder) => uri === folder.uri || uri.startsWith(`${folder.uri.replace(/\/$/u, '')}/`),
    );
    return around.sort((a, b) => b.uri.length - a.uri.length)[0];
  }

  private async readSettings(): Promise<void> {
    this.configurations.clear();
    const scopes = ['', ...this.folders.map(({ uri }) => uri)];
    const asks = this.client.workspace?.configuration === true;
    const sections: unknown[] = asks
      ? await this.connection.workspace.getConfiguration(
          scopes.map((uri) => ({ section: 'specwright', ...(uri === '' ? {} : { scopeUri: uri }) })),
        )
      : scopes.map(() => this.pushedSettings);
    scopes.forEach((uri, index) => this.configurations.set(uri, readConfiguration(sections[index])));
  }
}

function templateFolder(workspaceFolder: string, { templatesFolder }: Configuration): string {
  const path = templatesFolder
    .replace(/\\/gu, '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  return [workspaceFolder.replace(/\/$/u, ''), ...path.map(encodeURIComponent)].join('/');
}
