import type { Definition, Image, Link } from 'mdast';
import type { Span } from '../text/span';
import { nodeSpan } from './inline-source';

/** A link, an image or a link definition. Spans are relative to the chunk. */
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
