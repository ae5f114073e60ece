import type { AnchorFact } from './anchor';
import { countBefore, type FactAt, type HeadingAt, type PlacedContent } from './chunk-walk';
import type { FenceFact } from './fence';
import type { IdentifierFact } from './identifier';
import type { LinkFact } from './link';
import type { ItemFact } from './list-item';
import type { MentionFact } from './mention';
import type { TableFact } from './table';

/** A table, a fence or the like, with the section that it stands in. */
export interface InSection<T> {
  /** Spans in it are relative to its chunk; `DocumentModel.contentSpan` makes them absolute. */
  readonly fact: T;
  /** The ordinal of the section; -1 before the first heading. */
  readonly section: number;
}

/** What the rules look at across a whole document, each list in document order. A list in which nothing changes stays the same list. */
export interface DocumentContent {
  /** A long table is cut into slices, each of which is one; a later slice has no header row. */
  readonly tables: readonly InSection<TableFact>[];
  readonly fences: readonly InSection<FenceFact>[];
  /** Items of lists, at any depth. */
  readonly items: readonly InSection<ItemFact>[];
  /** Items with a box to tick (GFM 5.3). */
  readonly tasks: readonly InSection<ItemFact>[];
  readonly links: readonly InSection<LinkFact>[];
  /** What links can lead to beside the headings at the root. */
  readonly anchors: readonly InSection<AnchorFact>[];
  readonly identifiers: readonly InSection<IdentifierFact>[];
  readonly mentions: readonly InSection<MentionFact>[];
}

/** A list of `DocumentContent`. */
export type ContentKind = keyof DocumentContent;

/** Adds the sections to what the walk found; what the model before had the same is taken from there. */
export function contentOf(
  placed: PlacedContent,
  headings: readonly HeadingAt[],
  before?: {
    readonly placed: PlacedContent;
    readonly headings: readonly HeadingAt[];
    readonly content: DocumentContent;
  },
): DocumentContent {
  const list = <T extends { readonly span: { readonly start: number } }>(
    now: readonly FactAt<T>[],
    then: readonly FactAt<T>[] | undefined,
    known: readonly InSection<T>[] | undefined,
  ): readonly InSection<T>[] => {
    if (!known || !then || headings !== before?.headings) return keptIfSame(known, inSections(now, headings));
    return now === then ? known : keptIfSame(known, withChanges(now, then, known, headings));
  };
  const known = before?.content;
  const content = {
    tables: list(placed.tables, before?.placed.tables, known?.tables),
    fences: list(placed.fences, before?.placed.fences, known?.fences),
    items: list(placed.items, before?.placed.items, known?.items),
    tasks: list(placed.tasks, before?.placed.tasks, known?.tasks),
    links: list(placed.links, before?.placed.links, known?.links),
    anchors: list(placed.anchors, before?.placed.anchors, known?.anchors),
    identifiers: list(placed.identifiers, before?.placed.identifiers, known?.identifiers),
    mentions: list(placed.mentions, before?.placed.mentions, known?.mentions),
  };
  const kinds = Object.keys(content) as ContentKind[];
  return known && kinds.every((kind) => content[kind] === known[kind]) ? known : content;
}

function inSections<T extends { readonly span: { readonly start: number } }>(
  list: readonly FactAt<T>[],
  headings: readonly HeadingAt[],
): InSection<T>[] {
  let next = 0;
  return list.map(({ fact, chunk }) => {
    while (next < headings.length && isBefore(headings[next]!, chunk, fact.span.start)) next += 1;
    return { fact, section: next - 1 };
  });
}

/** The list where the headings are as they were: what stands before and behind the change is in the sections that it was in. */
function withChanges<T extends { readonly span: { readonly start: number } }>(
  now: readonly FactAt<T>[],
  then: readonly FactAt<T>[],
  known: readonly InSection<T>[],
  headings: readonly HeadingAt[],
): readonly InSection<T>[] {
  const shorter = Math.min(now.length, then.length);
  let from = 0;
  while (from < shorter && now[from]!.fact === then[from]!.fact) from++;
  let behind = 0;
  while (behind < shorter - from && now.at(-1 - behind)!.fact === then.at(-1 - behind)!.fact) behind++;
  const changed = now
    .slice(from, now.length - behind)
    .map(({ fact, chunk }) => ({ fact, section: sectionAt(headings, chunk, fact.span.start) }));
  return known.slice(0, from).concat(changed, known.slice(known.length - behind));
}

/** The ordinal of the section at an offset of a chunk. */
function sectionAt(headings: readonly HeadingAt[], chunk: number, offset: number): number {
  let next = countBefore(headings, chunk);
  while (next < headings.length && isBefore(headings[next]!, chunk, offset)) next += 1;
  return next - 1;
}

function isBefore(heading: HeadingAt, chunk: number, offset: number): boolean {
  return heading.chunk < chunk || (heading.chunk === chunk && heading.fact.span.start <= offset);
}

function keptIfSame<T>(
  known: readonly InSection<T>[] | undefined,
  fresh: readonly InSection<T>[],
): readonly InSection<T>[] {
  return known && areSame(known, fresh) ? known : fresh;
}

function areSame<T>(before: readonly InSection<T>[], after: readonly InSection<T>[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ fact, section }, i) => fact === after[i]!.fact && section === after[i]!.section)
  );
}
