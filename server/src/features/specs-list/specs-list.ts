import { AskedWorkspace } from '../../rules/engine/asked-workspace';
import type { Problem } from '../../rules/engine/problem';
import type { Configuration } from '../../workspace/configuration';
import { outlineDocument, type SpecTrace } from '../../workspace/index/skim';
import type { WorkspaceIndex } from '../../workspace/index/workspace-index';
import type { Workspaces } from '../../workspace/index/workspaces';
import { OpenDocument } from '../../workspace/open-document';
import type { Host } from '../../workspace/ports';
import type { Spec, TemplateChoice } from '../../workspace/spec';
import { escapedUri, plainUri } from '../../workspace/uri';
import { Diagnostics } from '../diagnostics';
import { mayBeSpec } from './may-be-spec';
import { summaryOf, type SpecSummary } from './spec-summary';
import { textDigest } from './text-digest';

/** A spec of a workspace folder. */
export interface ListedSpec extends SpecSummary {
  readonly uri: string;
  /** The URI of its workspace folder. */
  readonly folder: string;
  /** Its path in that folder. */
  readonly path: string;
}

/** What a list of specs is made from. */
export interface SpecsSource {
  readonly host: Host;
  readonly workspaces: Pick<Workspaces, 'built' | 'folders' | 'folderOf'>;
  /** The documents that are open; they count as they are in the editor. */
  readonly open: () => Iterable<OpenDocument>;
  readonly choose: (uri: string) => TemplateChoice;
  /** The problems of an open document. */
  readonly problems: (document: OpenDocument, configuration: Configuration) => readonly Problem[];
  /** Settles when a piece of work may be done that keeps everybody else waiting. */
  readonly pause: () => Promise<void>;
}

/** A file of a workspace folder. */
interface Place {
  readonly key: string;
  readonly uri: string;
  readonly root: string;
  readonly index: WorkspaceIndex;
  readonly document: OpenDocument | undefined;
}

/** What a summary was made from; it holds as long as that is the same. */
interface Inputs {
  readonly schemas: TemplateChoice['schemas'];
  /** As JSON. */
  readonly configuration: string;
  readonly path: string;
  readonly today: string;
}

interface Known {
  /** When nothing but the file itself could have changed it. */
  readonly epoch: number;
  readonly trace: SpecTrace | undefined;
  readonly spec: Spec | undefined;
  readonly version: number | undefined;
  readonly digest: number | undefined;
  readonly inputs: Inputs;
  readonly asked: AskedWorkspace | undefined;
  readonly listed: ListedSpec | undefined;
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
  private readonly known = new Map<string, Known>();
  private readonly listeners: (() => void)[] = [];
  private updating: Promise<void> | undefined;
  private isOutdated = true;
  private isReading = true;
  private epoch = 0;

  constructor(private readonly source: SpecsSource) {}

  /** Whether all specs are in the list, each as it is. */
  get isComplete(): boolean {
    return !this.isReading;
  }

  /** What is known, in the order of the paths. */
  specs(): ListedSpec[] {
    const listed = [...this.known.values()].flatMap(({ listed }) => listed ?? []);
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
    const places = this.places();
    for (const key of this.known.keys()) if (!places.has(key)) this.put(key, undefined);
    let sliceEnd = Date.now() + SLICE_MS;
    for (const place of places.values()) {
      if (Date.now() > sliceEnd) {
        await nextTask();
        sliceEnd = Date.now() + SLICE_MS;
      }
      if (this.holds(place)) continue;
      try {
        this.put(place.key, place.document ? this.lookAt(place, place.document) : await this.read(place));
      } catch (error) {
        // One file must not keep the others from being listed.
        this.source.host.log.error(`specs: ${place.uri}: ${String(error)}`);
      }
    }
  }

  /** The files that may be specs, by URI as `plainUri` writes it. */
  private places(): Map<string, Place> {
    const { workspaces, open } = this.source;
    const places = new Map<string, Place>();
    const folders = [...workspaces.folders()];
    for (const [root, index] of folders) {
      for (const key of index.traces.keys()) {
        const uri = escapedUri(key);
        // A folder in another one is a folder of its own.
        if (folders.length > 1 && workspaces.folderOf(uri)?.root !== root) continue;
        places.set(key, { key, uri, root, index, document: undefined });
      }
    }
    for (const document of open()) {
      const key = plainUri(document.uri);
      const around = workspaces.folderOf(document.uri);
      if (!around?.isWorkspace || !around.index.counts(document.uri)) continue;
      const { root, index } = around;
      places.set(key, { key, uri: document.uri, root, index, document });
    }
    return places;
  }

  private holds({ key, index, uri, document }: Place): boolean {
    const known = this.known.get(key);
    if (!known || known.inputs.today !== this.source.host.clock.today()) return false;
    const isSame = document
      ? known.version === document.version && known.spec === document.spec
      : known.version === undefined && known.trace === index.traces.get(key);
    if (!isSame) return false;
    if (known.epoch === this.epoch) return true;
    // Of an open document the problems are kept up with.
    if (document && known.spec) return false;
    if (!areSame(known.inputs, this.inputs(this.source.choose(uri)))) return false;
    if (known.asked && !this.hasSameAnswers(known.asked, index.view(uri))) return false;
    this.known.set(key, { ...known, epoch: this.epoch });
    return true;
  }

  private lookAt({ uri, root }: Place, document: OpenDocument): Known {
    const { source } = this;
    const choice = source.choose(uri);
    const { spec, version } = document;
    const found = { spec, version, trace: undefined, digest: undefined, asked: undefined };
    const problems = spec ? source.problems(document, choice.configuration) : [];
    return this.knownOf(uri, root, choice, document, problems, found);
  }

  private async read(place: Place): Promise<Known> {
    const { host, choose, pause } = this.source;
    const { key, uri, root, index } = place;
    const choice = choose(uri);
    const trace = index.traces.get(key);
    const none = { spec: undefined, version: undefined, trace, digest: undefined, asked: undefined };
    if (!trace || !mayBeSpec(trace, choice)) return this.knownOf(uri, root, choice, undefined, [], none);
    await this.startReading();
    const text = (await host.files.readText(uri).catch(() => '')).replace(/^\uFEFF/u, '');
    const digest = textDigest(text);
    const before = this.known.get(key);
    if (before?.digest === digest && before.asked && areSame(before.inputs, this.inputs(choice))) {
      if (this.hasSameAnswers(before.asked, index.view(uri))) return { ...before, trace, epoch: this.epoch };
    }
    const isSpec = trace.isUncertain || outlineDocument(uri, text, choose).spec !== undefined;
    await pause();
    const document = isSpec ? new OpenDocument(uri, text, choice) : undefined;
    if (!document?.spec) return this.knownOf(uri, root, choice, undefined, [], none);
    await index.follow(document);
    const asked = new AskedWorkspace(index.view(uri));
    const problems = new Diagnostics(host, () => asked.view).problems(document, choice.configuration);
    asked.rest();
    return this.knownOf(uri, root, choice, document, problems, { ...none, digest, asked });
  }

  private knownOf(
    uri: string,
    folder: string,
    choice: TemplateChoice,
    document: OpenDocument | undefined,
    problems: readonly Problem[],
    found: Pick<Known, 'spec' | 'version' | 'trace' | 'digest' | 'asked'>,
  ): Known {
    const inputs = this.inputs(choice);
    const summary = document?.spec && summaryOf(document, document.spec, problems, inputs.today);
    const listed = summary && { uri, folder, path: choice.path, ...summary };
    return { epoch: this.epoch, inputs, listed, text: JSON.stringify(listed) ?? '', ...found };
  }

  private inputs({ schemas, configuration, path }: TemplateChoice): Inputs {
    const today = this.source.host.clock.today();
    return { schemas, configuration: JSON.stringify(configuration), path, today };
  }

  private hasSameAnswers(asked: AskedWorkspace, view: Parameters<AskedWorkspace['holdsFor']>[0]): boolean {
    const holds = asked.holdsFor(view);
    asked.rest();
    return holds;
  }

  private async startReading(): Promise<void> {
    this.isReading = true;
    await this.source.pause();
  }

  private put(key: string, known: Known | undefined): void {
    const before = this.known.get(key)?.text ?? '';
    if (known) this.known.set(key, known);
    else this.known.delete(key);
    if (before !== (known?.text ?? '')) this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

function areSame(a: Inputs, b: Inputs): boolean {
  return (
    a.configuration === b.configuration &&
    a.path === b.path &&
    a.today === b.today &&
    a.schemas.length === b.schemas.length &&
    a.schemas.every((schema, i) => schema === b.schemas[i])
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
