import type { List, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Block, Chunk } from '../syntax/chunk';
import { readAnchors, type AnchorFact } from './anchor';
import { readCodeSpan, type CodeSpanFact } from './code-span';
import { readFence, type FenceFact } from './fence';
import type { IdentifierFact } from './identifier';
import { readIdentifiers } from './read-identifiers';
import { nodeSpan } from './inline-source';
import { readHtmlImage, readLink, type LinkFact } from './link';
import { readItem, type ItemFact } from './list-item';
import { findMentions, type MentionFact } from './mention';
import { readTable, type TableFact } from './table';

/** What stands in a chunk beside prose. Spans are relative to the chunk. */
export interface Structures {
  /** Tables at the root; a long table is cut, and each of its slices is one. */
  readonly tables: readonly TableFact[];
  /** Items of lists at the root or inside other items. */
  readonly items: readonly ItemFact[];
  readonly fences: readonly FenceFact[];
  readonly links: readonly LinkFact[];
  readonly codes: readonly CodeSpanFact[];
  /** What links can lead to beside the headings at the root. */
  readonly anchors: readonly AnchorFact[];
  readonly identifiers: readonly IdentifierFact[];
  readonly mentions: readonly MentionFact[];
}

/** Reads the structures of a chunk. */
export function readStructures(chunk: Chunk): Structures {
  const reader = new StructureReader(chunk.text);
  for (const block of chunk.blocks) reader.readBlock(block);
  return { ...reader, identifiers: readIdentifiers(chunk, reader), mentions: findMentions(chunk.text) };
}

class StructureReader {
  readonly tables: TableFact[] = [];
  readonly items: ItemFact[] = [];
  readonly fences: FenceFact[] = [];
  readonly links: LinkFact[] = [];
  readonly codes: CodeSpanFact[] = [];
  readonly anchors: AnchorFact[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  readBlock(block: Block): void {
    const { node } = block;
    if (node.type === 'table') this.tables.push(readTable(node, block, this.#source));
    this.#visit(node, true);
  }

  #visit(node: Nodes, isRoot = false): void {
    switch (node.type) {
      case 'heading':
        if (!isRoot)
          this.anchors.push({ name: toString(node, { includeHtml: false }), span: nodeSpan(node) });
        break;
      case 'text':
        this.anchors.push(...readAnchors(node, this.#source));
        break;
      case 'list':
        this.#readList(node, 1);
        break;
      case 'code': {
        const fence = readFence(node, this.#source);
        if (fence) this.fences.push(fence);
        break;
      }
      case 'link':
      case 'image':
      case 'definition':
        // A bare URL with marks in it may have parts without a place (GFM 6.9).
        if (node.position) this.links.push(readLink(node));
        break;
      case 'html': {
        this.anchors.push(...readAnchors(node, this.#source));
        const image = readHtmlImage(node);
        if (image) this.links.push(image);
        break;
      }
      case 'inlineCode':
        if (node.position) this.codes.push(readCodeSpan(node));
        break;
    }
    if (node.type !== 'list' && 'children' in node) for (const child of node.children) this.#visit(child);
  }

  #readList(list: List, depth: number): void {
    for (const item of list.children) {
      const fact = readItem(item, list.ordered === true, depth, this.#source);
      if (fact) this.items.push(fact);
      for (const child of item.children) {
        if (child.type === 'list') this.#readList(child, depth + 1);
        else this.#visit(child);
      }
    }
  }
}
