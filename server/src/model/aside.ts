import type { Nodes } from 'mdast';
import { Derived, type Chunk } from '../syntax/chunk';
import type { Span } from '../text/span';
import { nodeSpan } from './inline-source';

/** Words that are no prose and yet read as part of it. The span is relative to the chunk. */
export interface AsideFact {
  /** The source of the span. */
  readonly text: string;
  /** The text or the label of a link, or a code span without its backticks. */
  readonly kind: 'link' | 'code';
  readonly span: Span;
}

const asides = new Derived(read);

/** The texts and labels of links and the code spans of a chunk; read once, and only when asked for. */
export function chunkAsides(chunk: Chunk): readonly AsideFact[] {
  return asides.of(chunk);
}

const LABEL = /\[((?:\\.|[^[\]\\])*)\]$/u;
const DEFINED_LABEL = /^\[((?:\\.|[^[\]\\])*)\]:/u;

function read({ blocks, text }: Chunk): AsideFact[] {
  const found: AsideFact[] = [];
  const add = (kind: AsideFact['kind'], start: number, end: number) => {
    found.push({ text: text.slice(start, end), kind, span: { start, end } });
  };
  const visit = (node: Nodes, isLink: boolean): void => {
    if ('children' in node) {
      const inside = isLink || node.type === 'link' || node.type === 'linkReference';
      for (const child of node.children) visit(child, inside);
    }
    if (!node.position) return;
    const { start, end } = nodeSpan(node);
    const source = text.slice(start, end);
    if (node.type === 'text' && isLink) add('link', start, end);
    if (node.type === 'inlineCode') {
      const marks = /^`+/u.exec(source)![0].length;
      add('code', start + marks, end - marks);
    }
    // `[text][label]`; where the text is the label, it is found as text.
    if (node.type === 'linkReference' && node.referenceType === 'full') {
      const label = LABEL.exec(source);
      if (label) add('link', start + label.index + 1, end - 1);
    }
    if (node.type === 'definition') {
      const label = DEFINED_LABEL.exec(source);
      if (label) add('link', start + 1, start + 1 + label[1]!.length);
    }
  };
  for (const { node } of blocks) visit(node, false);
  return found.sort((a, b) => a.span.start - b.span.start);
}
