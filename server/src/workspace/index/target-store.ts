import { DocumentModel } from '../../model/document-model';
import { anchorsOf } from '../../model/document-anchors';
import { SyntaxTree } from '../../syntax/tree';
import type { OpenDocument } from '../open-document';
import type { FileSystem } from '../ports';
import { plainUri } from '../uri';
import { isMarkdown, linkTarget } from './link-target';
import type { TargetState } from './view';

/** Something that a link of an open document may lead to. */
interface Wanted {
  readonly uri: string;
  /** The URI as `plainUri` writes it. */
  readonly key: string;
  /** Whether some link leads to an anchor in it. */
  readonly anchors: boolean;
}

interface Links {
  readonly links: unknown;
  /** What each link may lead to, by what the document has for it. */
  readonly byUrl: ReadonlyMap<string, readonly Wanted[]>;
}

/** What the links of open documents lead to. The host is asked once for each place, and again when the place or a link changes. */
export class TargetStore {
  private states: ReadonlyMap<string, TargetState> = new Map();
  private readonly linked = new Map<string, Links>();
  private readonly sources = new Map<string, readonly unknown[]>();
  private readonly asking = new Map<string, Promise<void>>();
  private readonly listeners: (() => void)[] = [];

  /** @param openModel what an open document holds, which counts instead of its file */
  constructor(
    private readonly root: string,
    private readonly files: Pick<FileSystem, 'exists' | 'readText'>,
    private readonly openModel: (uri: string) => DocumentModel | undefined,
  ) {}

  /** By URI, as `plainUri` writes it; the same map while nothing in it changes. */
  get known(): ReadonlyMap<string, TargetState> {
    return this.states;
  }

  onDidChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Takes a document that was opened or changed, as a place that links lead from and to. */
  update({ uri, model, spec }: OpenDocument): void {
    const key = plainUri(uri);
    // Only in specs are links judged.
    const links = spec ? model.content.links : undefined;
    if (this.linked.get(key)?.links !== links) {
      const before = this.linked.get(key)?.byUrl;
      const byUrl = new Map<string, readonly Wanted[]>();
      for (const { fact } of links ?? []) {
        if (!byUrl.has(fact.url)) byUrl.set(fact.url, before?.get(fact.url) ?? this.wantedBy(uri, fact.url));
      }
      this.linked.set(key, { links, byUrl });
      for (const wanted of byUrl.values())
        for (const each of wanted) if (this.isToAsk(each)) void this.ask(each);
    }
    if (this.states.has(key)) this.updateAnchors(uri, model);
  }

  /** Forgets where a document that was closed links to; what was seen in it stays known. */
  release(uri: string): void {
    const key = plainUri(uri);
    this.linked.delete(key);
    this.sources.delete(key);
  }

  /** Asks again for a file that was made, changed or deleted, if any link may lead there. */
  async fileChanged(uri: string): Promise<void> {
    const key = plainUri(uri);
    const wanted = this.allWanted().filter((each) => each.key === key);
    if (wanted.length === 0) this.put(key, undefined);
    else await this.ask(wanted[0]!);
  }

  /** Settles when nothing is being asked for. */
  async settled(): Promise<void> {
    while (this.asking.size > 0) await Promise.all(this.asking.values());
  }

  private wantedBy(document: string, url: string): Wanted[] {
    const target = linkTarget(url, document, this.root);
    if (!target) return [];
    const wanted = (uri: string, anchors: boolean): Wanted => ({ uri, key: plainUri(uri), anchors });
    const candidates = target.candidates.map((uri) => wanted(uri, target.anchor !== ''));
    return target.within === undefined ? candidates : [...candidates, wanted(target.within, false)];
  }

  private allWanted(): Wanted[] {
    return [...this.linked.values()].flatMap(({ byUrl }) => [...byUrl.values()].flat());
  }

  private wantsAnchorsOf(key: string): boolean {
    for (const { byUrl } of this.linked.values())
      for (const wanted of byUrl.values())
        if (wanted.some((each) => each.key === key && each.anchors)) return true;
    return false;
  }

  /** What was missing may have been made since: not of every kind of file is it said when that happens. */
  private isToAsk({ uri, key, anchors }: Wanted): boolean {
    const state = this.states.get(key);
    if (!state?.exists) return true;
    return anchors && isMarkdown(uri) && state.anchors === undefined;
  }

  /** One question about a place after another, so that the last answer is the last to arrive. */
  private ask(wanted: Wanted): Promise<void> {
    const { key } = wanted;
    const before = this.asking.get(key) ?? Promise.resolve();
    const asked = before
      // Another link may ask for less of a place, and its answer must not take away what this one is told.
      .then(() => this.stateOf({ ...wanted, anchors: wanted.anchors || this.wantsAnchorsOf(key) }))
      .then(
        (state) => this.put(key, state),
        () => this.put(key, undefined),
      )
      .finally(() => {
        if (this.asking.get(key) === asked) this.asking.delete(key);
      });
    this.asking.set(key, asked);
    return asked;
  }

  /** @returns undefined where the host cannot tell */
  private async stateOf({ uri, anchors }: Wanted): Promise<TargetState | undefined> {
    const exists = await this.files.exists(uri);
    const open = this.openModel(uri);
    if (open) return { exists: true, anchors: anchorsOf(open) };
    if (exists === undefined) return undefined;
    if (!exists || !anchors || !isMarkdown(uri)) return { exists, anchors: undefined };
    const text = await this.files.readText(uri).catch(() => undefined);
    const model = text === undefined ? undefined : new DocumentModel(SyntaxTree.parse(text));
    return { exists, anchors: model && anchorsOf(model) };
  }

  private updateAnchors(uri: string, model: DocumentModel): void {
    const key = plainUri(uri);
    const source = [model.shape.sections, model.content.anchors];
    if (this.sources.get(key)?.every((part, i) => part === source[i])) return;
    this.sources.set(key, source);
    this.put(key, { exists: true, anchors: anchorsOf(model) });
  }

  private put(key: string, state: TargetState | undefined): void {
    const known = this.states.get(key);
    if (known === state || (known && state && areEqual(known, state))) return;
    const states = new Map(this.states);
    if (state) states.set(key, state);
    else states.delete(key);
    this.states = states;
    for (const listener of this.listeners) listener();
  }
}

function areEqual(a: TargetState, b: TargetState): boolean {
  if (a.exists !== b.exists) return false;
  return a.anchors && b.anchors ? a.anchors.equals(b.anchors) : a.anchors === b.anchors;
}
