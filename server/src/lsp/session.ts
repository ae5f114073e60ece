import { config } from '@vscode/l10n';
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
import { projectSchema } from '../rules/engine/setting-schemas';
import { DEFAULT_CONFIGURATION, readConfiguration, type Configuration } from '../workspace/configuration';
import { Documents } from '../workspace/documents';
import { Workspaces } from '../workspace/index/workspaces';
import type { OpenDocument } from '../workspace/open-document';
import { forPath } from '../workspace/ignored';
import type { Host } from '../workspace/ports';
import { isProjectFile, ProjectFiles } from '../workspace/project-files';
import type { TemplateChoice } from '../workspace/spec';
import { templateFolder, TemplateLibrary } from '../workspace/template-library';
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
  /** Whether the editor itself reports what the schema of `.specwright.json` can tell, see `InitializationOptions`. */
  validatesConfiguration = false;
  /** The settings of a client that pushes them instead of answering when asked. */
  pushedSettings: unknown;
  readonly documents: Documents;
  readonly templates: TemplateLibrary;
  /** What the documents of each folder have to say to each other. */
  readonly workspaces: Workspaces;
  readonly diagnostics: Diagnostics;
  isReady = false;
  /** The files `.specwright.json` of the workspace. */
  projects: ProjectFiles;
  private folders: WorkspaceFolder[] = [];
  private configurations: ReadonlyMap<string, Configuration> = new Map();
  private reloading: Promise<void> = Promise.resolve();
  private nextReload: Promise<void> | undefined;
  private readonly firstRead: Promise<void>;
  private becomeReady: () => void = () => undefined;
  /** The documents that were opened before their settings are known. */
  private readonly preparing = new Map<string, Promise<void>>();
  private readonly onChanged: Listener[] = [];
  private readonly onClosed: Listener[] = [];
  private readonly onReloaded: (() => void)[] = [];
  private readonly onProjectsRead: (() => void)[] = [];
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
      prepare: (uris) => this.prepare(uris),
      folderOf: (uri) => this.folderOf(uri)?.uri,
    });
    this.workspaces.onDidChange(() => this.lookForOutdated());
    this.diagnostics = new Diagnostics(host, (uri) => this.workspaces.view(uri));
    this.projects = this.newProjects();
    this.firstRead = new Promise((resolve) => {
      this.becomeReady = () => {
        this.isReady = true;
        resolve();
      };
    });
  }

  /**
   * Settles when settings and templates were read for the first time, and those of all documents that are open; what was said
   * before would be half-informed.
   */
  get ready(): Promise<void> {
    if (this.preparing.size === 0) return this.firstRead;
    return Promise.all([this.firstRead, ...this.preparing.values()]).then(() => undefined);
  }

  initialize({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams): void {
    this.client = capabilities;
    const options = initializationOptions as InitializationOptions | null | undefined;
    this.editorKnowsMarkdown = options?.markdownSupport === true;
    this.showsReferences = options?.showsReferences === true;
    if (typeof options?.l10n === 'object') config({ contents: options.l10n ?? {} });
    this.validatesConfiguration = options?.validatesConfiguration === true;
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
    await guard(log, 'configuration files', () => this.readProjects());
    const folders = this.templateFolders();
    this.templates.keepOnly(folders);
    for (const folder of folders)
      await guard(log, `templates in ${folder}`, () => this.templates.load(folder));
    this.documents.chooseAgain();
    for (const listener of this.onReloaded) await guard(log, 'reload', listener);
  }

  /** Those for the open documents; others are read when they are needed. */
  private async readProjects(): Promise<void> {
    const projects = this.newProjects();
    const unknown = () =>
      [
        ...this.folders.map(({ uri }) => `${uri}/`),
        ...[...this.documents.all()].map(({ uri }) => uri),
      ].flatMap((uri) => {
        const root = this.folderOf(uri)?.uri;
        return root === undefined || projects.knows(uri, root) ? [] : [projects.load(uri, root)];
      });
    // Again, for those that were opened in the meantime.
    for (let loads = unknown(); loads.length > 0; loads = unknown()) await Promise.all(loads);
    this.projects = projects;
  }

  /** The template folders of all places that are known to have settings of their own. */
  private templateFolders(): string[] {
    const places = [...this.folders.map(({ uri }) => uri), ...this.projects.folders()].map(
      (uri) => `${uri}/`,
    );
    const folders = places.map((uri) => this.templateFolderFor(uri));
    return [...new Set(folders.filter((folder) => folder !== undefined))];
  }

  private newProjects(): ProjectFiles {
    return new ProjectFiles(this.host, projectSchema());
  }

  /** Reads the settings and the templates that hold for files, where they are not known. */
  private async prepare(uris: readonly string[]): Promise<void> {
    const { projects, templates } = this;
    const before = projects.all().length;
    for (const uri of uris) {
      const root = this.folderOf(uri)?.uri;
      if (root === undefined || projects.knows(uri, root)) continue;
      await projects.load(uri, root);
      await templates.ensure(this.templateFolderFor(uri)!);
    }
    if (projects.all().length > before) for (const listener of this.onProjectsRead) listener();
  }

  /** Takes a document that was opened. Where its settings are not known yet, nothing is said before they are. */
  opened(uri: string, text: string, version: number): void {
    const document = this.documents.add(uri, text, version);
    const root = this.folderOf(uri)?.uri;
    if (!this.isReady || root === undefined || this.projects.knows(uri, root)) return this.changed(uri);
    const preparing = guard(this.host.log, 'settings', () => this.prepare([uri])).then(() => {
      if (this.preparing.get(uri) === preparing) this.preparing.delete(uri);
      if (this.documents.get(uri) !== document) return;
      document.choose(this.choiceFor(uri));
      this.changed(uri);
    });
    this.preparing.set(uri, preparing);
  }

  private async readWorkspace(): Promise<void> {
    // A file may turn Specwright on for a folder of it; only a person can turn it off for all.
    const folders = this.folders.filter(({ uri }) => this.editorSettings(uri).enable);
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
    const projects = new Set(others.filter(isProjectFile));
    if (projects.size > 0) reads.push(this.projectsChanged([...projects]));
    await Promise.all(reads);
  }

  private isTemplatePath(uri: string): boolean {
    const folder = this.templateFolderFor(uri);
    const isOwn = folder !== undefined && (plainUri(uri) === plainUri(folder) || isWithin(uri, folder));
    return isOwn || this.templates.covers(uri);
  }

  /** Files `.specwright.json` that were made, changed or deleted: what is in their folders is looked at again, nothing else. */
  private projectsChanged(uris: readonly string[]): Promise<void> {
    const { log } = this.host;
    const work = async () => {
      const changed: string[] = [];
      for (const uri of uris)
        if (this.folderOf(uri) && (await this.projects.reload(uri)))
          changed.push(uri.slice(0, uri.lastIndexOf('/')));
      if (changed.length === 0) return;
      const folders = this.templateFolders();
      this.templates.keepOnly(folders);
      for (const folder of folders)
        await guard(log, `templates in ${folder}`, () => this.templates.ensure(folder));
      for (const document of this.documents.all())
        if (changed.some((folder) => isWithin(document.uri, folder)))
          document.choose(this.choiceFor(document.uri));
      for (const listener of this.onReloaded) await guard(log, 'reload', listener);
      const roots = new Set(changed.map((folder) => this.folderOf(folder)!.uri));
      for (const root of roots)
        void guard(log, 'workspace', () => this.workspaces.rebuild(root, this.documents.all()));
    };
    return (this.reloading = this.reloading.then(() => guard(log, 'configuration files', work)));
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

  /** The settings that hold for a file: those of the files `.specwright.json` around it before those of the editor. */
  configurationFor(uri: string): Configuration {
    const root = this.folderOf(uri)?.uri;
    const settings = this.editorSettings(uri);
    return root === undefined
      ? forPath(settings, nameOfFile(uri))
      : this.projects.configurationFor(uri, root, settings);
  }

  /** What the editor has set for a file. */
  private editorSettings(uri: string): Configuration {
    return this.configurations.get(this.folderOf(uri)?.uri ?? '') ?? DEFAULT_CONFIGURATION;
  }

  changed(uri: string): void {
    if (this.preparing.has(uri)) return;
    const document = this.documents.get(uri);
    if (document && this.isReady) this.workspaces.update(document);
    for (const listener of this.onChanged) listener(uri);
  }

  closed(uri: string): void {
    this.preparing.delete(uri);
    void guard(this.host.log, 'workspace', () => this.workspaces.close(uri));
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

  /** Hears of more files `.specwright.json` that were found. */
  onDidReadProjects(listener: () => void): void {
    this.onProjectsRead.push(listener);
  }

  /** Hears of documents that have other problems now, since another document or file changed. */
  onDidBecomeOutdated(listener: (documents: readonly OpenDocument[]) => void): void {
    this.onOutdated.push(listener);
  }

  /** How the template of a file is found. */
  choiceFor(uri: string): TemplateChoice {
    const folder = this.folderOf(uri)?.uri;
    const path = folder
      ? plainUri(uri).slice(plainUri(folder).replace(/\/$/u, '').length + 1)
      : nameOfFile(uri);
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

function nameOfFile(uri: string): string {
  const plain = plainUri(uri);
  return plain.slice(plain.lastIndexOf('/') + 1);
}
