import { AskedWorkspace } from '../../rules/engine/asked-workspace';
import type { Problem } from '../../rules/engine/problem';
import type { Configuration } from '../../workspace/configuration';
import { outlineDocument, type SpecTrace } from '../../workspace/index/skim';
import type { WorkspaceView } from '../../workspace/index/view';
import type { WorkspaceIndex } from '../../workspace/index/workspace-index';
import { OpenDocument } from '../../workspace/open-document';
import type { Host } from '../../workspace/ports';
import type { Spec, TemplateChoice } from '../../workspace/spec';
import { Diagnostics } from '../diagnostics';
import { mayBeSpec } from './may-be-spec';
import { briefOf, summaryOf, type SpecSummary } from './spec-summary';
import { textDigest } from './text-digest';

/** A spec of a workspace folder. */
export interface ListedSpec extends SpecSummary {
  readonly uri: string;
  /** The URI of its workspace folder. */
  readonly folder: string;
  /** Its path in that folder. */
  readonly path: string;
}

/** What summaries are made from. */
export interface ReaderSource {
  readonly host: Host;
  readonly choose: (uri: string) => TemplateChoice;
  /** The problems of an open document. */
  readonly problems: (document: OpenDocument, configuration: Configuration) => readonly Problem[];
  /** Settles when a piece of work may be done that keeps everybody else waiting. */
  readonly pause: () => Promise<void>;
}

/** A file of a workspace folder. */
export interface Place {
  readonly uri: string;
  /** The URI of the folder. */
  readonly root: string;
  readonly index: WorkspaceIndex;
  /** What is known of the file without reading it; undefined for one that has not been read. */
  readonly trace: SpecTrace | undefined;
}

/** What a summary was made from; it holds as long as that is the same. */
interface Inputs {
  readonly schemas: TemplateChoice['schemas'];
  /** As JSON. */
  readonly configuration: string;
  readonly path: string;
  readonly today: string;
}

/** What is known of a file, and what it was learnt from. */
export interface Known {
  readonly inputs: Inputs;
  /** Of a file that nobody had open. */
  readonly trace: SpecTrace | undefined;
  readonly digest: number | undefined;
  readonly asked: AskedWorkspace | undefined;
  /** Of an open document. */
  readonly version: number | undefined;
  readonly spec: Spec | undefined;
  /** Undefined for a file that is no spec. */
  readonly listed: ListedSpec | undefined;
}

type Source = Pick<Known, 'trace' | 'digest' | 'asked' | 'version' | 'spec'>;

const NOTHING: Source = {
  trace: undefined,
  digest: undefined,
  asked: undefined,
  version: undefined,
  spec: undefined,
};

/** Makes summaries of specs, and tells whether they still hold. */
export class SpecReader {
  constructor(private readonly source: ReaderSource) {}

  /** Whether what is known of a file that has not been read again is what would be found now. */
  holds({ uri, index }: Place, known: Known): boolean {
    return areSame(known.inputs, this.inputs(uri)) && hasSameAnswers(known, index.view(uri));
  }

  /** An open document as it is in the editor; its problems are kept up with anyway. */
  open({ uri, root }: Place, document: OpenDocument): Known {
    const { spec, version } = document;
    const { configuration } = this.source.choose(uri);
    const problems = spec ? this.source.problems(document, configuration) : [];
    return this.known(uri, root, document, problems, { ...NOTHING, spec, version });
  }

  /** Whether a file that nobody has open may be a spec, so that it has to be read. */
  mayBeSpec({ uri, trace }: Place): boolean {
    return trace !== undefined && mayBeSpec(trace, this.source.choose(uri));
  }

  none({ uri, root, trace }: Place): Known {
    return this.known(uri, root, undefined, [], { ...NOTHING, trace });
  }

  /**
   * What the metadata and the headings of a file tell, which is quickly read. It holds until the file is read as a whole.
   * @returns undefined where they do not tell whether it is a spec
   */
  async brief(place: Place): Promise<Known | undefined> {
    const { host, choose } = this.source;
    const { uri, root, trace } = place;
    const text = await host.files.readText(uri).catch(() => '');
    const document = outlineDocument(uri, text, choose);
    if (!document.spec) return trace?.isUncertain ? undefined : this.none(place);
    const inputs = this.inputs(uri);
    const { path, today } = inputs;
    return {
      ...NOTHING,
      inputs,
      listed: { uri, folder: root, path, ...briefOf(document, document.spec, today) },
    };
  }

  /** Reads a file, and parses it where it is a spec and another than before. */
  async file(place: Place, before: Known | undefined): Promise<Known> {
    const { host, choose, pause } = this.source;
    const { uri, root, index, trace } = place;
    const text = (await host.files.readText(uri).catch(() => '')).replace(/^\uFEFF/u, '');
    const digest = textDigest(text);
    if (before?.digest === digest && this.holds(place, before)) return { ...before, trace };
    if (!trace?.isUncertain && !outlineDocument(uri, text, choose).spec) return this.none(place);
    await pause();
    const choice = choose(uri);
    const document = new OpenDocument(uri, text, choice);
    if (!document.spec) return this.none(place);
    await index.follow(document);
    const asked = new AskedWorkspace(index.view(uri));
    const problems = new Diagnostics(host, () => asked.view).problems(document, choice.configuration);
    asked.rest();
    return this.known(uri, root, document, problems, { ...NOTHING, trace, digest, asked });
  }

  private known(
    uri: string,
    folder: string,
    document: OpenDocument | undefined,
    problems: readonly Problem[],
    source: Source,
  ): Known {
    const inputs = this.inputs(uri);
    const { path, today } = inputs;
    const summary = document?.spec && summaryOf(document, document.spec, problems, today);
    return { inputs, listed: summary && { uri, folder, path, ...summary }, ...source };
  }

  private inputs(uri: string): Inputs {
    const { schemas, configuration, path } = this.source.choose(uri);
    const today = this.source.host.clock.today();
    return { schemas, configuration: JSON.stringify(configuration), path, today };
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

function hasSameAnswers({ asked }: Known, view: WorkspaceView): boolean {
  const holds = asked?.holdsFor(view) ?? true;
  // Each view holds on to all that was known when it was made.
  asked?.rest();
  return holds;
}
