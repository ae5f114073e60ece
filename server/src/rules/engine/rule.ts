import type { ChunkFacts } from '../../model/chunk-facts';
import type { DocumentShape, Field } from '../../model/document-shape';
import type { Section } from '../../model/section';
import type { Alignment } from '../../template/align';
import type { Phase } from '../../template/phase';
import type { Schema, Slot } from '../../template/schema';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Severity } from '../../workspace/configuration';
import type { Host } from '../../workspace/ports';
import type { Spec } from '../../workspace/spec';

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

/** Where a finding of a document rule stands, as a part of the document's shape. */
export type Anchor =
  | { readonly section: Section }
  | { readonly field: Field; readonly part: 'value' | 'whole' }
  /** Relative to the YAML of the front matter. */
  | { readonly yaml: Span }
  /** The title, or else the first line. */
  | 'document';

/** What a rule found. */
export interface Finding<Place, Data> {
  readonly at: Place;
  /** What is wrong, why it matters and what to do, for a person. */
  readonly message: string;
  /** The loudest that this finding may be, where it is less than the rule's others. */
  readonly atMost?: Severity | undefined;
  /** The template heading concerned. */
  readonly slot?: Slot | undefined;
  /** Whatever the rule's fix needs to know; free of positions. */
  readonly data: Data;
}

/** An edit that resolves a problem. Spans are absolute in the current text. */
export interface Fix {
  /** What it does, as an instruction: `Insert section "Security"`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What a document rule may read: nothing with a position, so that its findings hold until the shape changes. */
export interface DocumentContext {
  readonly shape: DocumentShape;
  readonly alignment: Alignment;
  readonly schema: Schema;
  readonly phase: Phase;
  /** Whether nothing but the template's guidance stands in a section, by ordinal. */
  readonly guidanceLeft: readonly boolean[];
  readonly host: Pick<Host, 'clock'>;
}

/** What a block rule may read: one chunk, and the slots that its parts stand in. Spans are relative to the chunk. */
export interface BlockContext {
  readonly facts: ChunkFacts;
  readonly schema: Schema;
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
  readonly docs: RuleDocs;
}

/** A rule about a document as a whole; its findings are kept while the document's shape stays the same. */
export interface DocumentRule<Data = unknown> extends RuleBase {
  readonly scope: 'document';
  check(context: DocumentContext, report: (finding: Finding<Anchor, Data>) => void): void;
  fixes?(context: FixContext, data: Data): Fix[];
}

/** A rule about a block; its findings are kept with the chunk. */
export interface BlockRule<Data = unknown> extends RuleBase {
  readonly scope: 'block';
  check(context: BlockContext, report: (finding: Finding<Span, Data>) => void): void;
  /** @param span of the finding, absolute in the current text */
  fixes?(context: FixContext, data: Data, span: Span): Fix[];
}

/** Any rule; what its findings carry is known to the rule alone. */
export type Rule = DocumentRule | BlockRule;

/** Declares a document rule; the type of what its findings carry is inferred. */
export function defineDocumentRule<Data>(rule: Omit<DocumentRule<Data>, 'scope'>): Rule {
  return { ...rule, scope: 'document' };
}

/** Declares a block rule; the type of what its findings carry is inferred. */
export function defineBlockRule<Data>(rule: Omit<BlockRule<Data>, 'scope'>): Rule {
  return { ...rule, scope: 'block' };
}
