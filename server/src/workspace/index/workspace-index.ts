import type { DocumentContent } from '../../model/document-content';
import type { DocumentShape } from '../../model/document-shape';
import type { Schema } from '../../template/schema';
import type { OpenDocument } from '../open-document';
import { FileError, type Host } from '../ports';
import type { TemplateChoice } from '../spec';
import { plainUri } from '../uri';
import { Catalogue } from './catalogue';
import { exportsAreEqual, identifiersAreEqual, readExports, type Exports } from './exports';
import { isMarkdown } from './link-target';
import { lookupFrom, type WorkspaceLookup } from './lookup';
import { seenIn, type Seen } from './seen';
import { skimFile } from './skim';
import { TargetStore } from './target-store';
import { viewFrom, type IndexSnapshot, type WorkspaceView } from './view';

/** How an index finds out what it holds. */
export interface IndexOptions {
  /** The URI of the folder that it is about; nothing is known beyond it. */
  readonly root: string;
  readonly host: Pick<Host, 'files' | 'log'>;
  /** What decides the template of the document at a URI. */
  readonly choose: (uri: string) => TemplateChoice;
  /** Whether a file is a template, whose ids are samples. */
  readonly isTemplate?: (uri: string) => boolean;
  /** Reads what decides the templates of these documents, where it is not known. */
  readonly prepare?: (uris: readonly string[]) => Promise<void>;
  /** How many documents to read; where there are more, the index is not complete. */
  readonly most?: number;
}

/** Reading more would take minutes, and keep a laptop warm. */
const MOST_DOCUMENTS = 5000;

/** What an open document exports, and what that was read from. */
interface OpenExports {
  readonly document: OpenDocument;
  readonly exports: Exports;
  readonly shape: DocumentShape;
  readonly schema: Schema | undefined;
  readonly ids: DocumentContent['identifiers'];
}

/** What the documents of one folder export, and what their links lead to; kept up with each edit and each changed file. */
export class WorkspaceIndex {
  private readonly open = new Map<string, OpenExports>();
  private readonly documents = new Map<string, Exports>();
  /** Of the files of `documents`, as they were when they were last looked at. */
  private readonly seen = new Map<string, Seen>();
  private readonly titlesOf = new Map<string, readonly string[]>();
  private readonly views = new Map<string, WorkspaceView>();
  private readonly listeners: (() => void)[] = [];
  private readonly targets: TargetStore;
  private isComplete = false;
  /** Made when it is asked for: a thousand files that change at once are one change. */
  private catalogue: Catalogue | undefined;
  private building: Promise<void> = Promise.resolve();
  private builds = 0;

  constructor(private readonly options: IndexOptions) {
    const { root, host } = options;
    this.targets = new TargetStore(root, host.files, (uri) => this.open.get(plainUri(uri))?.document.model);
    this.targets.onDidChange(() => this.changed());
  }

  get snapshot(): IndexSnapshot {
    this.catalogue ??= new Catalogue(this.isComplete, new Map(this.documents));
    return { catalogue: this.catalogue, targets: this.targets.known };
  }

  /** The view from a document; the same until a document exports something else, or a link leads somewhere else. */
  view(uri: string): WorkspaceView {
    let view = this.views.get(uri);
    if (!view) this.views.set(uri, (view = viewFrom(uri, this.options.root, this.snapshot)));
    return view;
  }

  /** What the author of a document may want to write of the others. */
  lookup(uri: string): WorkspaceLookup {
    const seen = [...this.seen].filter(([key]) => this.documents.has(key));
    return lookupFrom(uri, this.options.root, new Map(seen));
  }

  /** The titles of the sections of each file, by URI as `plainUri` writes it. An open document knows its own. */
  get titles(): ReadonlyMap<string, readonly string[]> {
    return this.titlesOf;
  }

  /** Hears of each change of what the documents export, and of what their links lead to. */
  onDidChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /**
   * Reads the documents of the folder, one after another. Reading each is a task of its own, so that whoever types or asks is
   * served in between. A build that is asked for while another runs takes its place.
   */
  build(): Promise<void> {
    const number = ++this.builds;
    this.building = this.building
      .then(() => this.readAll(() => number !== this.builds))
      .catch((error: unknown) => this.options.host.log.error(`workspace index: ${String(error)}`));
    return this.building;
  }

  /** Takes a document that was opened or changed: it counts instead of the file. */
  update(document: OpenDocument): void {
    const key = plainUri(document.uri);
    const { model, spec } = document;
    const before = this.open.get(key);
    const ids = model.content.identifiers;
    const isSame =
      before &&
      before.shape === model.shape &&
      before.schema === spec?.schema &&
      (before.ids === ids || identifiersAreEqual(before.ids, ids));
    const exports = isSame ? before.exports : readExports(document.uri, document);
    if (!isSame) this.seen.set(key, seenIn(document));
    this.open.set(key, { document, exports, shape: model.shape, schema: spec?.schema, ids });
    this.targets.update(document);
    if (this.counts(document.uri)) this.put(key, exports);
  }

  /** Lets go of an open document that is as its file is; what it exports stays known. */
  release(uri: string): void {
    this.open.delete(plainUri(uri));
    this.targets.release(uri);
  }

  /** Takes the file again in the place of a document that was closed. */
  async close(uri: string): Promise<void> {
    const key = plainUri(uri);
    if (!this.open.delete(key)) return;
    this.targets.release(uri);
    await this.fileChanged(uri);
  }

  /** Reads a file again that was made, changed or deleted. */
  async fileChanged(uri: string): Promise<void> {
    await Promise.all([this.targets.fileChanged(uri), this.readFile(uri)]);
  }

  /** Settles when it is known what the links of a document lead to. */
  settled(): Promise<void> {
    return this.targets.settled();
  }

  private async readAll(isOvertaken: () => boolean): Promise<void> {
    const { root, host, most = MOST_DOCUMENTS } = this.options;
    if (isOvertaken()) return;
    const listed = await host.files.listDocuments(root, most + 1);
    await this.options.prepare?.(listed);
    const uris = listed.filter((uri) => this.counts(uri)).slice(0, most);
    const isComplete = listed.length <= most;
    if (!isComplete) {
      host.log.info(
        `${root} has more than ${most} Markdown files. The ids in the others are not known, so that no id is called undefined.`,
      );
    }
    const found = new Map<string, Exports>();
    for (const uri of uris) {
      if (isOvertaken()) return;
      const key = plainUri(uri);
      const exports = this.open.get(key)?.exports ?? (await this.exportsOf(uri));
      if (exports) found.set(key, exports);
    }
    // What was opened in the meantime counts as it is now.
    for (const [key, { document, exports }] of this.open)
      if (this.counts(document.uri)) found.set(key, exports);
    const isSame =
      this.isComplete === isComplete &&
      found.size === this.documents.size &&
      [...found].every(([key, exports]) => {
        const known = this.documents.get(key);
        return known !== undefined && exportsAreEqual(known, exports);
      });
    for (const key of new Set([...this.titlesOf.keys(), ...this.seen.keys()]))
      if (!found.has(key)) this.forget(key);
    this.documents.clear();
    for (const [key, exports] of found) this.documents.set(key, exports);
    if (!isSame) this.renew(isComplete);
  }

  /** Reads a file that nobody has open. */
  private async readFile(uri: string): Promise<void> {
    const key = plainUri(uri);
    if (this.open.has(key) || !this.counts(uri)) return;
    await this.options.prepare?.([uri]);
    await this.building;
    const exports = await this.exportsOf(uri);
    if (!this.open.has(key)) this.put(key, exports);
  }

  /** @returns undefined for a file that is not there, is no text, or cannot be made sense of */
  private async exportsOf(uri: string): Promise<Exports | undefined> {
    const { host, choose } = this.options;
    const key = plainUri(uri);
    this.forget(key);
    try {
      const text = await host.files.readText(uri);
      const { exports, seen, titles } = skimFile(uri, text, choose);
      // What was opened in the meantime counts as it is now.
      if (!this.open.has(key)) this.seen.set(key, seen);
      this.titlesOf.set(key, titles);
      return exports;
    } catch (error) {
      // One file that cannot be read must not keep the others from being known.
      if (!(error instanceof FileError)) host.log.error(`${uri}: ${String(error)}`);
      return undefined;
    }
  }

  private forget(key: string): void {
    this.titlesOf.delete(key);
    this.seen.delete(key);
  }

  /** Settles when the documents of the folder have been read, as far as somebody has asked for that. */
  built(): Promise<void> {
    return this.building;
  }

  /** Whether a file is one of those that `FileSystem.listDocuments` lists, and no template. */
  counts(uri: string): boolean {
    const { root, isTemplate } = this.options;
    const folders = plainUri(uri).slice(plainUri(root).length).split('/').slice(0, -1);
    const isHidden = folders.some((folder) => folder.startsWith('.') || folder === 'node_modules');
    return isMarkdown(uri) && !isHidden && !isTemplate?.(uri);
  }

  private put(key: string, exports: Exports | undefined): void {
    const known = this.documents.get(key);
    if (known === exports || (known && exports && exportsAreEqual(known, exports))) return;
    if (exports) this.documents.set(key, exports);
    else this.documents.delete(key);
    this.renew(this.isComplete);
  }

  private renew(isComplete: boolean): void {
    this.isComplete = isComplete;
    this.catalogue = undefined;
    this.changed();
  }

  private changed(): void {
    this.views.clear();
    for (const listener of this.listeners) listener();
  }
}
