import type { Nodes } from 'mdast';
import type { DocumentModel } from '../../model/document-model';
import { nodeSpan } from '../../model/inline-source';
import { shiftSpan, type Span } from '../../text/span';

/** A label that a document defines or refers to: of a link, or of a footnote. */
export interface LabelAt {
  readonly kind: 'link' | 'footnote';
  readonly isDefinition: boolean;
  /** As mdast normalises it. */
  readonly label: string;
  /** Absolute. */
  readonly span: Span;
}

/** Every label of a document, in document order. */
export function labelsIn({ tree }: DocumentModel): LabelAt[] {
  const found: LabelAt[] = [];
  for (const [index, chunk] of tree.chunks.entries()) {
    if (!chunk.text.includes('[')) continue;
    const base = tree.chunkStart(index);
    const visit = (node: Nodes): void => {
      const kind = KINDS[node.type];
      if (kind && 'identifier' in node) {
        const isDefinition = node.type === 'definition' || node.type === 'footnoteDefinition';
        found.push({ kind, isDefinition, label: node.identifier, span: shiftSpan(nodeSpan(node), base) });
      }
      if ('children' in node) for (const child of node.children) visit(child);
    };
    for (const { node } of chunk.blocks) visit(node);
  }
  return found;
}

const KINDS: Readonly<Partial<Record<Nodes['type'], LabelAt['kind']>>> = {
  linkReference: 'link',
  imageReference: 'link',
  definition: 'link',
  footnoteReference: 'footnote',
  footnoteDefinition: 'footnote',
};
