import { overlap, type Span } from '../../text/span';
import type { OpenDocument } from '../../workspace/open-document';
import { aimOf, destinationsIn } from './anchors';
import { modelOf } from './folder';

/** A stretch of a document that leads somewhere. */
export interface DocumentLink {
  /** Absolute. */
  readonly span: Span;
  /** Where it may lead, best first; the first that is there counts. One alone counts, whether it is there or not. */
  readonly uris: readonly string[];
  /** Whether nothing but a file that is there makes it a link. */
  readonly isGuess: boolean;
}

const ELSEWHERE = /^(?:https?:|mailto:)/iu;
/** A path with an ending, in the value of a field. */
const PATH = /(?:\.{1,2}\/)*[\p{L}\p{N}_%~-][\p{L}\p{N}_%~./-]*\.[a-z]{1,8}(?:#[\p{L}\p{N}_%-]+)?/giu;

/**
 * The links of a document: those of Markdown and HTML, and paths that stand in its metadata.
 * @param withMarkdown whether those of Markdown are asked for, which some editors find themselves
 */
export function documentLinks(document: OpenDocument, root: string, withMarkdown: boolean): DocumentLink[] {
  const model = modelOf(document);
  const destinations = destinationsIn(model);
  const found: DocumentLink[] = withMarkdown
    ? destinations.flatMap(({ url, urlSpan: span }) => {
        const uris = ELSEWHERE.test(url) ? [url] : targetsOf(url, document.uri, root);
        return uris.length > 0 ? [{ span, uris, isGuess: false }] : [];
      })
    : [];
  for (const field of model.shape.fields) {
    const value = model.fieldValueSpan(field);
    const text = model.tree.slice(value.start, value.end);
    for (const { 0: path, index } of text.matchAll(PATH)) {
      const span = { start: value.start + index, end: value.start + index + path.length };
      const isLink = destinations.some((other) => overlap(other.span, span));
      const uris =
        isLink || /[\w:/@]$/u.test(text.slice(0, index)) ? [] : targetsOf(path, document.uri, root);
      if (uris.length > 0) found.push({ span, uris, isGuess: true });
    }
  }
  return found;
}

function targetsOf(url: string, document: string, root: string): string[] {
  const aim = aimOf(url, document, root);
  const fragment = aim?.anchor ? `#${encodeURIComponent(aim.anchor)}` : '';
  return (aim?.uris ?? []).map((uri) => uri + fragment);
}
