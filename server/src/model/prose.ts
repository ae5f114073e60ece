import type { Nodes } from 'mdast';
import { Derived, type Chunk } from '../syntax/chunk';
import type { Span } from '../text/span';
import { contentSpan, proseOf } from './inline-source';

/** What a stretch of prose is part of. */
export type ProseKind = 'text' | 'item' | 'cell' | 'heading' | 'quote';

/** A paragraph, a heading or a cell as prose. Its span is relative to the chunk. */
export interface ProseFact {
  /** The source of the span, of the same length, with code, links, images and HTML blanked out. */
  readonly text: string;
  readonly kind: ProseKind;
  /** For a cell: its column, from 0. */
  readonly column: number | undefined;
  readonly span: Span;
}

const prose = new Derived(readProse);

/** The prose of a chunk in its order, read once and only when asked for. */
export function chunkProse(chunk: Chunk): readonly ProseFact[] {
  return prose.of(chunk);
}

function readProse({ blocks, text }: Chunk): ProseFact[] {
  const found: ProseFact[] = [];
  const add = (node: Nodes, kind: ProseKind, column?: number) => {
    const span = contentSpan(node, text);
    found.push({ text: proseOf(node, text, span), kind, column, span });
  };
  const visit = (node: Nodes, kind: ProseKind): void => {
    switch (node.type) {
      case 'heading':
        add(node, 'heading');
        break;
      case 'paragraph':
        add(node, kind);
        break;
      case 'table':
        for (const row of node.children) row.children.forEach((cell, column) => add(cell, 'cell', column));
        break;
      case 'blockquote':
        for (const child of node.children) visit(child, 'quote');
        break;
      case 'listItem':
        for (const child of node.children) visit(child, kind === 'quote' ? kind : 'item');
        break;
      case 'list':
      case 'footnoteDefinition':
        for (const child of node.children) visit(child, kind);
    }
  };
  for (const { node } of blocks) visit(node, 'text');
  return found;
}
