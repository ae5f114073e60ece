import type { WorkspaceIndex } from '../../workspace/index/workspace-index';
import type { Workspaces } from '../../workspace/index/workspaces';
import type { OpenDocument } from '../../workspace/open-document';
import { escapedUri, plainUri } from '../../workspace/uri';
import { SpecReader, type Known, type ListedSpec, type Place, type ReaderSource } from './spec-reader';

/** What a list of specs is made from. */
export interface SpecsSource extends ReaderSource {
  readonly workspaces: Pick<Workspaces, 'built' | 'folders' | 'folderOf'>;
  /** The documents that are open; they count as they are in the editor. */
  readonly open: () => Iterable<OpenDocument>;
}

/** A file as it was last looked at. */
interface Entry {
  readonly known: Known;
  /** When that was: as long as it is the same, only the file itself can have changed. */
  readonly epoch: number;
  /** The summary as JSON, to compare by. */
  readonly text: string;
}

/** Longer than this nobody is kept waiting while what is known is looked through. */
const SLICE_MS = 8;

/**
 * The specs of all workspace folders, each with its summary. A summary is made when somebody wants the list, and kept until the
 * file, its template, the settings, the day, or what its problems ask of other documents is another.
 */
export class SpecsList {
  private readonly entries = new Map<string, Entry>();
  private readonly listeners: (() => void)[] = [];
  private readonly reader: SpecReader;
  private updating: Promise<void> | undefined;
  private isOutdated = true;
  private isReading = true;
  private epoch = 0;
  private today = '';
  private sliceEnd = 0;

  constructor(private readonly source: SpecsSource) {
    this.reader = new SpecReader(source);
  }

  /** Whether all specs are in the list, each as it is. */
  get isComplete(): boolean {
    return !this.isReading;
  }

  /** What is known, in the order of the paths. */
  specs(): ListedSpec[] {
    const listed = [...this.entries.values()].flatMap(({ known }) => known.listed ?? []);
    return listed.sort((a, b) => compare(a.folder, b.folder) || compare(a.path, b.path));
  }

  /** Hears of each change of the list, and when it is complete. */
  onDidChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Takes note that something changed that may be any spec's concern: templates, settings, what documents say to each other. */
  outdate(): void {
    this.epoch += 1;
  }

  /** Brings the list up to date. */
  update(): Promise<void> {
    this.isOutdated = true;
    this.updating ??= this.updateAll().finally(() => (this.updating = undefined));
    return this.updating;
  }

  private async updateAll(): Promise<void> {
    while (this.isOutdated) {
      this.isOutdated = false;
      await this.source.workspaces.built();
      await this.pass();
    }
    if (!this.isReading) return;
    this.isReading = false;
    this.changed();
  }

  private async pass(): Promise<void> {
    const { workspaces, host } = this.source;
    const today = host.clock.today();
    if (today !== this.today) this.outdate();
    this.today = today;
    this.sliceEnd = Date.now() + SLICE_MS;
    const seen = new Set<string>();
    for (const document of this.source.open()) {
      const around = workspaces.folderOf(document.uri);
      if (!around?.isWorkspace || !around.index.counts(document.uri)) continue;
      const key = plainUri(document.uri);
      seen.add(key);
      this.lookAt(key, { uri: document.uri, ...around, trace: undefined }, document);
    }
    const folders = [...workspaces.folders()];
    for (const [root, index] of folders) await this.glance(root, index, seen);
    for (const [root, index] of folders) await this.passFolder(root, index, folders.length > 1, seen);
    for (const key of this.entries.keys()) if (!seen.has(key)) this.put(key, undefined);
  }

  /** Lists what is new by its metadata and headings, so that nobody waits for the names of all specs until each was read. */
  private async glance(root: string, index: WorkspaceIndex, open: ReadonlySet<string>): Promise<void> {
    for (const [key, trace] of index.traces) {
      if (open.has(key) || this.entries.has(key)) continue;
      await this.slice();
      const place = { uri: escapedUri(key), root, index, trace };
      if (this.source.workspaces.folderOf(place.uri)?.root !== root || !this.reader.mayBeSpec(place))
        continue;
      this.isReading = true;
      const { epoch } = this;
      try {
        const known = await this.reader.brief(place);
        if (known) this.put(key, known, epoch);
      } catch {
        // The reader of the whole file says why.
      }
    }
  }

  private async passFolder(
    root: string,
    index: WorkspaceIndex,
    mayBeOthers: boolean,
    seen: Set<string>,
  ): Promise<void> {
    for (const [key, trace] of index.traces) {
      if (seen.has(key)) continue;
      const entry = this.entries.get(key);
      const isUnread = entry?.known.trace === trace;
      if (!isUnread || entry.epoch !== this.epoch) {
        await this.slice();
        const place = { uri: escapedUri(key), root, index, trace };
        // A folder in another one is a folder of its own.
        if (mayBeOthers && this.source.workspaces.folderOf(place.uri)?.root !== root) continue;
        if (isUnread && this.reader.holds(place, entry.known)) this.put(key, entry.known);
        else await this.read(key, place, entry?.known);
      }
      seen.add(key);
    }
  }

  private lookAt(key: string, place: Place, document: OpenDocument): void {
    const entry = this.entries.get(key);
    const { version, spec } = entry?.known ?? {};
    const isSame = version === document.version && spec === document.spec && entry?.epoch === this.epoch;
    if (!isSame) this.put(key, this.reader.open(place, document));
  }

  private async read(key: string, place: Place, before: Known | undefined): Promise<void> {
    if (!this.reader.mayBeSpec(place)) return this.put(key, this.reader.none(place));
    this.isReading = true;
    await this.source.pause();
    const { epoch } = this;
    try {
      this.put(key, await this.reader.file(place, before), epoch);
    } catch (error) {
      // One file must not keep the others from being listed.
      this.source.host.log.error(`specs: ${place.uri}: ${String(error)}`);
      this.put(key, this.reader.none(place), epoch);
    }
  }

  private put(key: string, known: Known | undefined, epoch = this.epoch): void {
    const before = this.entries.get(key);
    if (known && known === before?.known) {
      this.entries.set(key, { ...before, epoch });
      return;
    }
    const text = JSON.stringify(known?.listed) ?? '';
    if (known) this.entries.set(key, { known, epoch, text });
    else this.entries.delete(key);
    if (text !== (before?.text ?? '')) this.changed();
  }

  /** Lets others have their turn, where this one has lasted long enough. */
  private async slice(): Promise<void> {
    if (Date.now() < this.sliceEnd) return;
    await this.source.pause();
    this.sliceEnd = Date.now() + SLICE_MS;
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
