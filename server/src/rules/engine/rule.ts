import type { ChunkFacts } from '../../model/chunk-facts';
import type { ContentKind, DocumentContent } from '../../model/document-content';
import type { DocumentShape, Field } from '../../model/document-shape';
import type { ProseFact } from '../../model/prose';
import type { Section } from '../../model/section';
import type { Alignment } from '../../template/align';
import type { Phase } from '../../template/phase';
import type { ProjectSize, Schema, Slot } from '../../template/schema';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Severity } from '../../workspace/configuration';
import type { Host } from '../../workspace/ports';
import type { WorkspaceView } from '../../workspace/index/view';
import type { Spec } from '../../workspace/spec';
import type { Problem } from './problem';
import type { Suppression } from './suppressions';

/** The severity of a rule by the phase of the spec. */
export type SeverityByPhase = Readonly<Record<Phase, Severity | 'off'>>;

/** What a person reads about a rule. */
export interface RuleDocs {
  /** What it reports, in one sentence. */
  readonly what: string;
  /** Why that matters. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** What a rule lets users set beside its severity: each by its name, with its default. */
export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** One option of a rule; its default tells its type. */
export interface RuleOption<T extends OptionValue = OptionValue> {
  readonly default: T;
  readonly description: string;
}

export type OptionValue = number | boolean | string | readonly string[];

/** The values of a rule's options as the user has set them. */
export type OptionValues<O extends RuleOptions> = {
  readonly [K in keyof O]: O[K]['default'] extends readonly string[]
    ? readonly string[]
    : O[K]['default'] extends number
      ? number
      : O[K]['default'] extends boolean
        ? boolean
        : string;
};

/** Where a finding of a document rule stands, as a part of the document's shape or content. */
export type Anchor =
  | { readonly section: Section }
  | { readonly field: Field; readonly part: 'value' | 'whole' }
  /** Relative to the YAML of the front matter. */
  | { readonly yaml: Span }
  /** Something in a list of the document's content; the span is relative to its chunk, as its facts have it. */
  | { readonly content: ContentKind; readonly index: number; readonly span?: Span }
  /** The title, or else the first line. */
  | 'document';

/** Another place that a finding is about, and what it has to do with it. */
export interface Related<Place> {
  readonly at: Place;
  readonly message: string;
}

/** What a rule found. */
export interface Finding<Place, Data> {
  readonly at: Place;
  /** What is wrong, why it matters and what to do, for a person. */
  readonly message: string;
  /** The loudest that this finding may be, where it is less than the rule's others. */
  readonly atMost?: Severity | undefined;
  /** The template heading concerned. */
  readonly slot?: Slot | undefined;
  /** Other places that it is about. */
  readonly related?: readonly Related<Place>[];
  /** Whatever the rule's fix needs to know; free of positions. */
  readonly data: Data;
}

/** An edit that resolves a problem. Spans are absolute in the current text. */
export interface Fix {
  /** What it does, as an instruction: `Insert section "Security"`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether a person must look at it first, although the other fixes of its rule are safe. */
  readonly isUnsafe?: boolean;
}

/** What a document rule may read: nothing with a position, so that its findings hold until the shape changes. */
export interface DocumentContext {
  readonly shape: DocumentShape;
  readonly alignment: Alignment;
  readonly schema: Schema;
  readonly phase: Phase;
  /** The size of project that the document or the settings state. */
  readonly size: ProjectSize | undefined;
  /** Whether nothing but the template's guidance stands in a section, by ordinal. */
  readonly guidanceLeft: readonly boolean[];
  /** Whether the document still stands in the fence that its template was published in. */
  readonly isWrapped: boolean;
  readonly host: Pick<Host, 'clock'>;
}

/** What a content rule may read: the document's shape, and those lists of its content that it names. */
export interface ContentContext<K extends ContentKind = ContentKind> extends DocumentContext {
  readonly content: Pick<DocumentContent, K>;
}

/** What a workspace rule may read: what a content rule may, and what is known of other documents. */
export interface WorkspaceContext<K extends ContentKind = ContentKind> extends ContentContext<K> {
  readonly workspace: WorkspaceView;
}

/** What a summary rule may read: all of the document, and what the other rules report in it. */
export interface SummaryContext extends ContentContext {
  /** Without those that are suppressed or turned off. */
  readonly problems: readonly Problem[];
  /** The comments that suppress rules; complete only for a rule that runs last. */
  readonly suppressions: readonly Suppression[];
  /** Every rule there is by its id, and whether it runs here. */
  readonly rules: ReadonlyMap<string, boolean>;
}

/** A place that an `Anchor` names, or one in the text of this snapshot: summaries are made anew for each. */
export type SummaryPlace = Anchor | { readonly absolute: Span };

/** What a block rule may read: one chunk, and the slots that its parts stand in. Spans are relative to the chunk. */
export interface BlockContext {
  readonly facts: ChunkFacts;
  /** Its paragraphs, headings and cells as prose, without code. */
  readonly prose: readonly ProseFact[];
  readonly schema: Schema;
  readonly phase: Phase;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether the chunk, or its part at `offset`, stands before the first section or in the one that holds the metadata. */
  inMetadata(offset: number): boolean;
  /** The slot of the section at `offset`. */
  slotAt(offset: number): Slot | undefined;
}

/** What a fix may read: the whole spec as it is now. */
export interface FixContext {
  readonly spec: Spec;
  readonly host: Pick<Host, 'clock'>;
}

interface RuleBase {
  /** The name of the file, in kebab-case. */
  readonly id: string;
  readonly severity: SeverityByPhase;
  /** `safe` fixes are also run by fix-all; `unsafe` ones need a person to choose. */
  readonly fix: 'safe' | 'unsafe' | 'none';
  /** Whether to say nothing on the line being typed, since it is wrong until it is finished. */
  readonly waitsForLine?: boolean;
  /** Whether it guesses, and so may be wrong; any other rule is to have no false positive. */
  readonly isHeuristic?: boolean;
  /** Whether what it reports is of no use and may be shown faded (LSP `DiagnosticTag.Unnecessary`). */
  readonly isUnnecessary?: boolean;
  readonly docs: RuleDocs;
}

type Report<Place, Data> = (finding: Finding<Place, Data>) => void;

/** A rule about a document as a whole; its findings are kept while the document's shape stays the same. */
export interface DocumentRule<Data = unknown, O extends RuleOptions = RuleOptions> extends RuleBase {
  readonly scope: 'document';
  readonly options?: O;
  check(context: DocumentContext, report: Report<Anchor, Data>, options: OptionValues<O>): void;
  fixes?(context: FixContext, data: Data): Fix[];
}

/**
 * A rule about the tables, fences, tasks, links or identifiers of a document taken together; its findings are kept while
 * the document's shape and the lists that it reads stay the same.
 */
export interface ContentRule<
  Data = unknown,
  K extends ContentKind = ContentKind,
  O extends RuleOptions = RuleOptions,
> extends RuleBase {
  readonly scope: 'content';
  readonly options?: O;
  readonly reads: readonly K[];
  check(context: ContentContext<K>, report: Report<Anchor, Data>, options: OptionValues<O>): void;
  fixes?(context: FixContext, data: Data): Fix[];
}

/**
 * A rule about a document among the others of its workspace; its findings are kept while the document's shape, the lists that
 * it reads, and the answers to what it asked of the workspace stay the same. Of what is not known it says nothing.
 */
export interface WorkspaceRule<
  Data = unknown,
  K extends ContentKind = ContentKind,
  O extends RuleOptions = RuleOptions,
> extends RuleBase {
  readonly scope: 'workspace';
  readonly options?: O;
  readonly reads: readonly K[];
  check(context: WorkspaceContext<K>, report: Report<Anchor, Data>, options: OptionValues<O>): void;
  fixes?(context: FixContext, data: Data): Fix[];
}

/** A rule about what the other rules report; it runs after them, on each snapshot. */
export interface SummaryRule<Data = unknown, O extends RuleOptions = RuleOptions> extends RuleBase {
  readonly scope: 'summary';
  readonly options?: O;
  /** Whether it is about what the other summaries report, too; only a comment that is of use silences it. */
  readonly runsLast?: boolean;
  check(context: SummaryContext, report: Report<SummaryPlace, Data>, options: OptionValues<O>): void;
  fixes?(context: FixContext, data: Data): Fix[];
}

/** A rule about a block; its findings are kept with the chunk. */
export interface BlockRule<Data = unknown, O extends RuleOptions = RuleOptions> extends RuleBase {
  readonly scope: 'block';
  readonly options?: O;
  check(context: BlockContext, report: Report<Span, Data>, options: OptionValues<O>): void;
  /** What it finds in the front matter, which has no blocks. */
  checkDocument?(context: DocumentContext, report: Report<Anchor, Data>, options: OptionValues<O>): void;
  /** @param span of the finding, absolute in the current text */
  fixes?(context: FixContext, data: Data, span: Span): Fix[];
}

/** Any rule; what its findings carry is known to the rule alone. */
export type Rule = DocumentRule | ContentRule | WorkspaceRule | SummaryRule | BlockRule;

/** Declares a document rule; the type of what its findings carry is inferred. */
export function defineDocumentRule<Data, O extends RuleOptions = RuleOptions>(
  rule: Omit<DocumentRule<Data, O>, 'scope'>,
): Rule {
  return { ...rule, scope: 'document' } as unknown as Rule;
}

/** Declares a content rule, with what its findings carry and the lists that it reads. */
export function defineContentRule<Data, K extends ContentKind, O extends RuleOptions = RuleOptions>(
  rule: Omit<ContentRule<Data, K, O>, 'scope'>,
): Rule {
  return { ...rule, scope: 'content' } as unknown as Rule;
}

/** Declares a workspace rule, with what its findings carry and the lists that it reads. */
export function defineWorkspaceRule<Data, K extends ContentKind, O extends RuleOptions = RuleOptions>(
  rule: Omit<WorkspaceRule<Data, K, O>, 'scope'>,
): Rule {
  return { ...rule, scope: 'workspace' } as unknown as Rule;
}

/** Declares a summary rule; the type of what its findings carry is inferred. */
export function defineSummaryRule<Data, O extends RuleOptions = RuleOptions>(
  rule: Omit<SummaryRule<Data, O>, 'scope'>,
): Rule {
  return { ...rule, scope: 'summary' } as unknown as Rule;
}

/** Declares a block rule; the type of what its findings carry is inferred. */
export function defineBlockRule<Data, O extends RuleOptions = RuleOptions>(
  rule: Omit<BlockRule<Data, O>, 'scope'>,
): Rule {
  return { ...rule, scope: 'block' } as unknown as Rule;
}
