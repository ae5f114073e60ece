import type { OpenDocument } from '../open-document';
import type { Host } from '../ports';
import type { TemplateChoice } from '../spec';
import { NO_LOOKUP, type WorkspaceLookup } from './lookup';
import { NO_WORKSPACE, type WorkspaceView } from './view';
import { WorkspaceIndex } from './workspace-index';

/** What tells the indexes apart, and what they read by. */
export interface WorkspacesOptions {
  readonly host: Pick<Host, 'files' | 'log'>;
  readonly choose: (uri: string) => TemplateChoice;
  readonly isTemplate: (uri: string) => boolean;
  /** Reads what decides the templates of these documents, where it is not known. */
  readonly prepare?: (uris: readonly string[]) => Promise<void>;
  /** The workspace folder around a file; undefined for a file outside of them all. */
  readonly folderOf: (uri: string) => string | undefined;
  /** How many documents of a folder to read. */
  readonly most?: number;
}

/** An index for each workspace folder. A file outside of them gets one for the folder it is in, of which only its links are known. */
export class Workspaces {
  private readonly indexes = new Map<string, WorkspaceIndex>();
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly options: WorkspacesOptions) {}

  view(uri: string): WorkspaceView {
    return this.indexes.get(this.rootOf(uri) ?? '')?.view(uri) ?? NO_WORKSPACE;
  }

  lookup(uri: string): WorkspaceLookup {
    return this.indexes.get(this.rootOf(uri) ?? '')?.lookup(uri) ?? NO_LOOKUP;
  }

  /** The index that a document belongs to, and its folder; undefined for one that is no file. */
  folderOf(uri: string): { root: string; isWorkspace: boolean; index: WorkspaceIndex } | undefined {
    const root = this.rootOf(uri);
    if (root === undefined) return undefined;
    return { root, isWorkspace: this.options.folderOf(uri) !== undefined, index: this.indexOf(root) };
  }

  /** The folders of which something is known, with their indexes. */
  all(): IterableIterator<[root: string, index: WorkspaceIndex]> {
    return this.indexes.entries();
  }

  /** Hears of each change of what any index says. */
  onDidChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Reads these folders anew, one after another, and forgets the others. */
  async build(folders: readonly string[], documents: Iterable<OpenDocument>): Promise<void> {
    for (const root of [...this.indexes.keys()]) if (!folders.includes(root)) this.indexes.delete(root);
    for (const document of documents) this.update(document);
    for (const folder of folders) await this.indexOf(folder).build();
  }

  /** Reads a folder anew, if it has been read, after what decides the templates of its documents has changed. */
  async rebuild(root: string, documents: Iterable<OpenDocument>): Promise<void> {
    for (const document of documents) this.update(document);
    await this.indexes.get(root)?.build();
  }

  /** Takes a document that was opened or changed. */
  update(document: OpenDocument): void {
    const root = this.rootOf(document.uri);
    if (root !== undefined) this.indexOf(root).update(document);
  }

  async close(uri: string): Promise<void> {
    await this.indexes.get(this.rootOf(uri) ?? '')?.close(uri);
  }

  /** Lets go of an open document that is as its file is. */
  release(uri: string): void {
    this.indexes.get(this.rootOf(uri) ?? '')?.release(uri);
  }

  /** Settles when it is known what the links of a document lead to. */
  async settled(uri: string): Promise<void> {
    await this.indexes.get(this.rootOf(uri) ?? '')?.settled();
  }

  /** Takes a file that was made, changed or deleted. */
  async fileChanged(uri: string): Promise<void> {
    await this.indexes.get(this.rootOf(uri) ?? '')?.fileChanged(uri);
  }

  private indexOf(root: string): WorkspaceIndex {
    let index = this.indexes.get(root);
    if (!index) {
      index = new WorkspaceIndex({ ...this.options, root });
      index.onDidChange(() => {
        for (const listener of this.listeners) listener();
      });
      this.indexes.set(root, index);
    }
    return index;
  }

  private rootOf(uri: string): string | undefined {
    const folder = this.options.folderOf(uri);
    if (folder !== undefined) return folder;
    return /^[a-z][a-z\d+.-]*:\/\//iu.test(uri) ? uri.slice(0, uri.lastIndexOf('/')) : undefined;
  }
}
