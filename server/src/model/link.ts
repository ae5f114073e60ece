import type { Definition, Html, Image, Link } from 'mdast';
import type { Span } from '../text/span';
import { nodeSpan } from './inline-source';

/** A link, an image, also one in HTML, or a link definition. Spans are relative to the chunk. */
export interface LinkFact {
  /** Where it leads, escapes resolved, as written otherwise: a relative path, an anchor, a URL. */
  readonly url: string;
  readonly isImage: boolean;
  /** Whether it is a link definition, which other links may or may not refer to. */
  readonly isDefinition: boolean;
  readonly span: Span;
}

/** Reads a node that names a target. */
export function readLink(node: Link | Image | Definition): LinkFact {
  return {
    url: node.url,
    isImage: node.type === 'image',
    isDefinition: node.type === 'definition',
    span: nodeSpan(node),
  };
}

const HTML_IMAGE = /<(?:img|svg|object|embed|iframe)\b/iu;
const HTML_SOURCE = /\s(?:src|srcset|data)\s*=\s*(?:"([^"\s]+)|'([^'\s]+)|([^\s"'>]+))/iu;
/** Where an image leads that is drawn in the document itself. */
const DRAWN_HERE = 'data:image/svg+xml';

/** Reads a piece of HTML with an image in it; undefined for any other. */
export function readHtmlImage(node: Html): LinkFact | undefined {
  const html = node.value.replace(/<!--[\s\S]*?(?:-->|$)/gu, '');
  if (!HTML_IMAGE.test(html) || !node.position) return undefined;
  const [, double, single, bare] = HTML_SOURCE.exec(html) ?? [];
  return {
    url: double ?? single ?? bare ?? DRAWN_HERE,
    isImage: true,
    isDefinition: false,
    span: nodeSpan(node),
  };
}
