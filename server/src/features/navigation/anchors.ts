import type { DocumentModel } from '../../model/document-model';
import { chunkDestinations, type DestinationFact } from '../../model/destination';
import { HeadingSlugs } from '../../model/heading-slugs';
import type { Section } from '../../model/section';
import { shiftSpan, type Span } from '../../text/span';
import { linkTarget } from '../../workspace/index/link-target';
import type { OpenDocument } from '../../workspace/open-document';
import { plainUri } from '../../workspace/uri';
import { modelOf } from './folder';

/** Something that leads somewhere, where it stands. Spans are absolute. */
export type Destination = DestinationFact;

/** All that leads somewhere in a document. */
export function destinationsIn({ tree }: DocumentModel): Destination[] {
  return tree.chunks.flatMap((chunk, index) => {
    const start = tree.chunkStart(index);
    return chunkDestinations(chunk).destinations.map((fact) => ({
      ...fact,
      span: shiftSpan(fact.span, start),
      urlSpan: shiftSpan(fact.urlSpan, start),
    }));
  });
}

/** Where a destination leads in the folder. */
export interface Aim {
  /** The URIs that it may mean, best first, as they are written in links. */
  readonly uris: readonly string[];
  /** Without its `#`, escapes undone; empty where it has none. */
  readonly anchor: string;
}

/** @returns undefined where it leads out of the folder, or nobody can tell */
export function aimOf(url: string, document: string, root: string): Aim | undefined {
  if (!url.startsWith('#')) {
    const target = linkTarget(url, document, root);
    return target && { uris: target.candidates, anchor: target.anchor };
  }
  const anchor = decoded(url.slice(1));
  return anchor === undefined ? undefined : { uris: [document], anchor };
}

/** The heading that an anchor leads to; undefined where none has it, or the document sets it itself. */
export function headingAt(model: DocumentModel, anchor: string): Section | undefined {
  if (anchorSpan(model, anchor)) return undefined;
  const { sections } = model.shape;
  const ordinal = slugsOf(model).ordinalOf(anchor);
  return ordinal === undefined ? undefined : sections[ordinal];
}

/** Where a document sets an anchor itself: `<a id="overview">`, `{#overview}`. */
export function anchorSpan(model: DocumentModel, anchor: string): Span | undefined {
  const index = model.content.anchors.findIndex(({ fact }) => fact.name === anchor);
  return index < 0 ? undefined : model.contentSpan('anchors', index);
}

const slugs = new WeakMap<readonly Section[], HeadingSlugs>();

/** The anchors of a document's headings. */
export function slugsOf({ shape: { sections } }: DocumentModel): HeadingSlugs {
  let known = slugs.get(sections);
  if (!known) slugs.set(sections, (known = new HeadingSlugs(sections.map(({ title }) => title))));
  return known;
}

/** A link to a heading. */
export interface HeadingLink {
  readonly destination: Destination;
  /** Without its `#`, escapes undone. */
  readonly anchor: string;
  readonly section: Section;
}

/** The destinations of a document that lead to its own headings by nothing but an anchor. */
export function ownHeadingLinks(model: DocumentModel): HeadingLink[] {
  return destinationsIn(model).flatMap((destination) => {
    const anchor = destination.url.startsWith('#') ? decoded(destination.url.slice(1)) : undefined;
    const section = anchor && headingAt(model, anchor);
    return section ? [{ destination, anchor, section }] : [];
  });
}

/** The destinations of a document that lead to a heading of another, or of its own. */
export function linksToHeadings(from: OpenDocument, to: OpenDocument, root: string): HeadingLink[] {
  const target = plainUri(to.uri);
  return destinationsIn(modelOf(from)).flatMap((destination) => {
    const aim = aimOf(destination.url, from.uri, root);
    if (!aim?.uris.some((uri) => plainUri(uri) === target)) return [];
    const section = headingAt(modelOf(to), aim.anchor);
    return section ? [{ destination, anchor: aim.anchor, section }] : [];
  });
}

/** A quick look at whether a text may link to a document with an anchor. */
export function mayLinkTo(uri: string): (text: string, from: string) => boolean {
  const own = plainUri(uri);
  const name = own.slice(own.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');
  // What a link escapes in a name differs; letters and digits of ASCII nobody does.
  const [stem = ''] = (name.match(/[\w-]+/gu) ?? []).sort((a, b) => b.length - a.length);
  return (text, from) => text.includes('#') && (plainUri(from) === own || text.includes(stem));
}

/** Whether a part of a text may hold a link with an anchor. */
export function mayHoldAnchor(block: string): boolean {
  return block.includes('#') && /\]\(|\]:|(?:href|src)\s*=/iu.test(block);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
