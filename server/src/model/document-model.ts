import type { SyntaxTree } from '../syntax/tree';
import { shiftSpan, type Span } from '../text/span';
import { chunkFacts, chunkMetadata, type ChunkFacts } from './chunk-facts';
import { walkChunks, type DirectiveAt, type Walk } from './chunk-walk';
import { dismissalOf, isExplainedAway } from './digest';
import { contentOf, type ContentKind, type DocumentContent } from './document-content';
import { fieldsMatch, type DocumentShape, type Field } from './document-shape';
import type { HeadingFact } from './heading';
import type { FieldFact } from './metadata/field';
import { readFrontMatter, type FrontMatterFacts } from './metadata/front-matter';
import { buildSections, sectionsMatch, type Section } from './section';

interface FieldAt {
  readonly fact: FieldFact;
  /** Where the fact's spans count from, absolute. */
  readonly base: number;
}

/** Sections in which a Field / Value table or a `---` block is the document's metadata. */
const METADATA_TITLES = new Set([
  'metadata',
  'document info',
  'document information',
  'document control',
  'document metadata',
  'info',
]);

const NO_FRONT_MATTER: FrontMatterFacts = { fields: [], faults: [], data: undefined };

/** One document as Specwright sees it: its shape, and where each part of the shape stands. Immutable. */
export class DocumentModel {
  readonly shape: DocumentShape;
  /** In document order, with the chunk that each stands in. */
  readonly directives: readonly DirectiveAt[];
  /** Digests of the blocks before the first heading, then in each section before its first child; no more than a few of each. */
  readonly digests: readonly (readonly number[])[];
  /** The tables, fences and so on, without their positions. */
  readonly content: DocumentContent;
  /** The ordinal of the first section behind the metadata: what stands before it may hold fields. */
  readonly metadataEnd: number;
  private readonly headings: Walk['headings'];
  private readonly walk: Walk;
  private readonly fields: readonly FieldAt[];
  private readonly frontMatterFacts: FrontMatterFacts;

  /** @param previous the model before the last edit, whose shape is kept where nothing in it changed */
  constructor(
    readonly tree: SyntaxTree,
    previous?: DocumentModel,
  ) {
    this.walk = walkChunks(tree.chunks, previous?.walk);
    const { headings, directives, digests } = this.walk;
    this.headings = headings;
    this.directives = directives;
    this.frontMatterFacts = this.readFrontMatter(previous);
    const { fields, end } = this.findFields();
    this.fields = fields;
    this.metadataEnd = end;
    this.digests = digests;
    this.content = contentOf(
      this.walk.content,
      headings,
      previous && { placed: previous.walk.content, headings: previous.headings, content: previous.content },
    );
    this.shape = this.buildShape(previous);
  }

  /** The facts of a chunk; spans relative to it. */
  facts(chunk: number): ChunkFacts {
    return chunkFacts(this.tree.chunks[chunk]!);
  }

  /** The chunk that the section's heading stands in, as an index into `tree.chunks`. */
  headingChunk(section: Section): number {
    return this.headings[section.ordinal]!.chunk;
  }

  heading(section: Section): HeadingFact {
    return this.headings[section.ordinal]!.fact;
  }

  /** The whole heading, absolute. */
  headingSpan(section: Section): Span {
    const { fact, chunk } = this.headings[section.ordinal]!;
    return shiftSpan(fact.span, this.tree.chunkStart(chunk));
  }

  /** The heading's title without its marks, absolute. */
  titleSpan(section: Section): Span {
    const { fact, chunk } = this.headings[section.ordinal]!;
    return shiftSpan(fact.titleSpan, this.tree.chunkStart(chunk));
  }

  /** From the start of the heading's line to the next heading of its level or above, or the end of the document; absolute. */
  sectionSpan(section: Section): Span {
    let next = section.ordinal + 1;
    while (next < this.headings.length && this.headings[next]!.fact.level > section.level) next += 1;
    return { start: this.lineStart(section.ordinal), end: this.lineStart(next) };
  }

  /** What stands between the heading and the next heading of any level; absolute. */
  bodySpan(section: Section): Span {
    return { start: this.headingSpan(section).end, end: this.lineStart(section.ordinal + 1) };
  }

  /** The value of a field, absolute; empty, and where it would stand, when it has none. */
  fieldValueSpan(field: Field): Span {
    const { fact, base } = this.fields[field.ordinal]!;
    return shiftSpan(fact.valueSpan, base);
  }

  /** The whole field, absolute. */
  fieldSpan(field: Field): Span {
    const { fact, base } = this.fields[field.ordinal]!;
    return shiftSpan(fact.span, base);
  }

  /**
   * The span of something in a list of `content`, absolute.
   * @param index its place in the list
   * @param span relative to its chunk, as its facts have it; the whole where it is left out
   */
  contentSpan(kind: ContentKind, index: number, span?: Span): Span {
    const { fact, chunk } = this.walk.content[kind][index]!;
    return shiftSpan(span ?? fact.span, this.tree.chunkStart(chunk));
  }

  /** The offset at which the line of the heading with this ordinal starts; the end of the text behind the last. */
  lineStart(ordinal: number): number {
    const heading = this.headings[ordinal];
    if (!heading) return this.tree.length;
    const { text } = this.tree.chunks[heading.chunk]!;
    const { start } = heading.fact.span;
    const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
    return this.tree.chunkStart(heading.chunk) + (start === 0 ? 0 : line);
  }

  private readFrontMatter(previous: DocumentModel | undefined): FrontMatterFacts {
    const yaml = this.tree.frontMatter?.yaml;
    if (yaml === undefined) return NO_FRONT_MATTER;
    if (previous?.tree.frontMatter?.yaml === yaml) return previous.frontMatterFacts;
    return readFrontMatter(yaml);
  }

  /** Front matter, then what stands before the first section, then a section that holds nothing but metadata. */
  private findFields(): { fields: FieldAt[]; end: number } {
    const base = this.tree.frontMatter?.contentSpan.start ?? 0;
    const found: FieldAt[] = this.frontMatterFacts.fields.map((fact) => ({ fact, base }));
    const titled =
      this.headings.length > 0 && (this.headings[1]?.fact.level ?? 7) > this.headings[0]!.fact.level;
    const before = this.fieldsBetween(0, this.lineStart(0), []).filter(isNoExample);
    const first = titled || (before.length === 0 && this.startsWithFields(0)) ? 1 : 0;
    found.push(...before);
    if (first === 1)
      found.push(...this.fieldsBetween(this.lineStart(0), this.lineStart(1), []).filter(isNoExample));
    const heading = this.headings[first];
    if (heading) {
      const span = { start: this.lineStart(first), end: this.lineStart(first + 1) };
      const isMetadata = METADATA_TITLES.has(heading.fact.folded);
      const candidates = this.fieldsBetween(span.start, span.end, []);
      const fields = candidates.filter(({ fact }) => isMetadata || fact.isCertain);
      found.push(...fields);
      if (fields.length > 0) return { fields: found, end: first + 1 };
    }
    return { fields: found, end: first };
  }

  /**
   * Whether the body of a section starts with fields: the first heading is then the title, though others of its level
   * follow.
   */
  private startsWithFields(ordinal: number): boolean {
    const heading = this.headings[ordinal];
    if (!heading) return false;
    const found = this.fieldsBetween(this.lineStart(ordinal), this.lineStart(ordinal + 1), []);
    const first = found.find(isNoExample);
    if (!first) return false;
    const end = this.tree.chunkStart(heading.chunk) + heading.fact.span.end;
    const start = first.base + first.fact.span.start;
    // What stands between is short, or else no white space.
    return start - end < 200 && !/[^\s|>*+-]/u.test(this.tree.slice(end, start));
  }

  private fieldsBetween(start: number, end: number, into: FieldAt[]): FieldAt[] {
    const { tree } = this;
    for (
      let chunk = tree.chunkAt(start);
      chunk < tree.chunks.length && tree.chunkStart(chunk) < end;
      chunk++
    ) {
      const base = tree.chunkStart(chunk);
      for (const fact of chunkMetadata(tree.chunks[chunk]!)) {
        if (base + fact.span.start >= start && base + fact.span.end <= end) into.push({ fact, base });
      }
    }
    return into;
  }

  private buildShape(before: DocumentModel | undefined): DocumentShape {
    const previous = before?.shape;
    const facts = this.fields.map(({ fact }) => fact);
    const sections = this.buildSections(before);
    const fields =
      previous && fieldsMatch(previous.fields, facts)
        ? previous.fields
        : facts.map(({ dialect, name, folded, value, joinsNext = false }, ordinal) => ({
            ordinal,
            dialect,
            name,
            folded,
            value,
            joinsNext,
          }));
    const { data: frontMatter, faults: yamlFaults } = this.frontMatterFacts;
    const named = this.directives.find(({ directive }) => directive.kind === 'template');
    // The id of a template is by default the name of its file, which may hold spaces.
    const templateDirective = named?.directive.names.join(' ') || undefined;
    const sizeDirective = this.directives.find(({ directive }) => directive.kind === 'size')?.directive
      .names[0];
    const unchanged =
      previous?.sections === sections &&
      previous.fields === fields &&
      previous.frontMatter === frontMatter &&
      previous.yamlFaults === yamlFaults &&
      previous.templateDirective === templateDirective &&
      previous.sizeDirective === sizeDirective &&
      (before?.digests === this.digests ||
        this.digests.every(
          (digests, i) =>
            before?.digests[i] === digests ||
            (previous.hasContent[i] === digests.length > 0 &&
              previous.dismissals[i] === dismissalOf(digests) &&
              previous.explainedAway[i] === isExplainedAway(digests)),
        ));
    if (unchanged) return previous;
    const hasContent = this.digests.map((digests) => digests.length > 0);
    const dismissals = this.digests.map(dismissalOf);
    const explainedAway = this.digests.map(isExplainedAway);
    return {
      sections,
      fields,
      hasContent,
      dismissals,
      explainedAway,
      frontMatter,
      yamlFaults,
      templateDirective,
      sizeDirective,
    };
  }

  private buildSections(before: DocumentModel | undefined): readonly Section[] {
    if (before?.headings === this.headings) return before.shape.sections;
    const headings = this.headings.map(({ fact }) => fact);
    const known = before?.shape.sections;
    return known && sectionsMatch(known, headings) ? known : buildSections(headings);
  }
}

/** Outside a section of metadata a fence of YAML shows something else. */
function isNoExample({ fact }: FieldAt): boolean {
  return fact.dialect !== 'yaml-fence';
}
