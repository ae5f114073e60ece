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
import type { Configuration } from '../workspace/configuration';
import { Documents } from '../workspace/documents';
import { Workspaces } from '../workspace/index/workspaces';
import type { OpenDocument } from '../workspace/open-document';
import type { Host } from '../workspace/ports';
import { isProjectFile } from '../workspace/project-files';
import type { TemplateChoice } from '../workspace/spec';
import { TemplateLibrary } from '../workspace/template-library';
import { isWithin, plainUri } from '../workspace/uri';
import { guard } from './guard';
import { Settings } from './settings';

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
  readonly settings: Settings;
  readonly documents: Documents;
  readonly templates: TemplateLibrary;
  /** What the documents of each folder have to say to each other. */
  readonly workspaces: Workspaces;
  readonly diagnostics: Diagnostics;
  isReady = false;
  private reloading: Promise<void> = Promise.resolve();
  private nextReload: Promise<void> | undefined;
  private readonly firstRead: Promise<void>;
  private becomeReady: () => void = () => undefined;
  /** The documents that were opened before their settings are known. */
  private readonly preparing = new Map<string, Promise<void>>();
  private readonly onChanged: Listener[] = [];
  private readonly onClosed: Listener[] = [];
  private readonly onRead: (() => void)[] = [];
  private readonly onReloaded: (() => void)[] = [];
  private readonly onProjectsRead: (() => void)[] = [];
  private readonly onOutdated: ((documents: readonly OpenDocument[]) => void)[] = [];
  private look: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    builtins: readonly Schema[],
  ) {
    this.settings = new Settings(host);
    this.templates = new TemplateLibrary(builtins, host);
    this.documents = new Documents((uri) => this.choiceFor(uri), host.log);
    this.workspaces = new Workspaces({
      host,
      choose: (uri) => this.choiceFor(uri),
      isTemplate: (uri) => this.templates.folderOf(uri) !== undefined,
      prepare: (uris) => this.prepare(uris),
      folderOf: (uri) => this.settings.folderOf(uri)?.uri,
    });
    this.workspaces.onDidChange(() => this.lookForOutdated());
    this.diagnostics = new Diagnostics(host, (uri) => this.workspaces.view(uri));
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
    this.settings.folders = workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' }] : []);
  }

  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    const { settings } = this;
    settings.folders = [...settings.folders.filter(({ uri }) => !gone.has(uri)), ...added];
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
    const { settings } = this;
    const asks = this.client.workspace?.configuration === true;
    await guard(log, 'settings', () => settings.readEditor(this.connection, asks));
    const open = [...this.documents.all()].map(({ uri }) => uri);
    await guard(log, 'configuration files', () => settings.readFiles(open));
    const folders = settings.templateFolders();
    this.templates.keepOnly(folders);
    for (const folder of folders)
      await guard(log, `templates in ${folder}`, () => this.templates.load(folder));
    // Again, for those that were opened in the meantime.
    while (this.unprepared().length > 0)
      await guard(log, 'configuration files', () => this.prepare(this.unprepared()));
    this.documents.chooseAgain();
    for (const listener of this.onReloaded) await guard(log, 'reload', listener);
  }

  /** The open documents whose settings are not known. */
  private unprepared(): string[] {
    return [...this.documents.all()].map(({ uri }) => uri).filter((uri) => !this.settings.isKnown(uri));
  }

  private isPrepared(uri: string): boolean {
    const folder = this.templateFolderFor(uri);
    return this.settings.isKnown(uri) && (folder === undefined || this.templates.has(folder));
  }

  /** Reads the settings and the templates that hold for files, where they are not known. */
  private async prepare(uris: readonly string[]): Promise<void> {
    const { settings, templates } = this;
    let hasRead = false;
    for (const uri of uris) {
      if (this.isPrepared(uri)) continue;
      hasRead = true;
      await settings.load(uri);
      const folder = this.templateFolderFor(uri)!;
      await guard(this.host.log, `templates in ${folder}`, () => templates.ensure(folder));
    }
    if (hasRead) for (const listener of this.onProjectsRead) listener();
  }

  /** Takes a document that was opened. Where its settings are not known yet, nothing is said before they are. */
  opened(uri: string, text: string, version: number): void {
    const document = this.documents.add(uri, text, version);
    if (!this.isReady || this.isPrepared(uri)) return this.changed(uri);
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
    const { settings } = this;
    const folders = settings.folders.filter(({ uri }) => settings.editorSettings(uri).enable);
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
    for (const listener of this.onRead) listener();
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
      const { settings } = this;
      const changed = await settings.filesChanged(uris);
      if (changed.length === 0) return;
      const folders = settings.templateFolders();
      this.templates.keepOnly(folders);
      for (const folder of folders)
        await guard(log, `templates in ${folder}`, () => this.templates.ensure(folder));
      for (const document of this.documents.all())
        if (changed.some((folder) => isWithin(document.uri, folder)))
          document.choose(this.choiceFor(document.uri));
      for (const listener of this.onReloaded) await guard(log, 'reload', listener);
      const roots = new Set(changed.flatMap((folder) => settings.folderOf(folder)?.uri ?? []));
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
    return this.settings.templateFolderFor(uri);
  }

  /** The settings that hold for a file: those of the files `.specwright.json` around it before those of the editor. */
  configurationFor(uri: string): Configuration {
    return this.settings.for(uri);
  }

  changed(uri: string): void {
    if (this.preparing.has(uri)) return;
    const document = this.documents.get(uri);
    if (document && this.isReady) this.workspaces.update(document);
    for (const listener of this.onChanged) listener(uri);
  }

  closed(uri: string): void {
    this.preparing.delete(uri);
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

  /** Hears of folders in which files `.specwright.json` were looked for. */
  onDidReadProjects(listener: () => void): void {
    this.onProjectsRead.push(listener);
  }

  /** Hears of documents that have other problems now, since another document or file changed. */
  onDidBecomeOutdated(listener: (documents: readonly OpenDocument[]) => void): void {
    this.onOutdated.push(listener);
  }

  /** How the template of a file is found. */
  choiceFor(uri: string): TemplateChoice {
    const schemas = this.templates.all(this.templateFolderFor(uri));
    return { schemas, configuration: this.configurationFor(uri), path: this.settings.pathOf(uri) };
  }
}
