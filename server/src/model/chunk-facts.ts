import type { Nodes } from 'mdast';
import { Derived, type Block, type Chunk } from '../syntax/chunk';
import { digestOf, dismissalDigest, OWN_TEXT } from './digest';
import { readDirectives, type Directive } from './directive';
import { readHeading, type HeadingFact } from './heading';
import { nodeSpan } from './inline-source';
import { labelledDismissalDigest } from './labelled-answer';
import { isBodyBlock } from './metadata/body-block';
import type { FieldFact } from './metadata/field';
import { readMetadata } from './metadata/read-metadata';
import { readPlaceholders, type PlaceholderFact } from './placeholders/read-placeholders';
import { readStructures, type Structures } from './structures';

/** What the model knows of one chunk. Every span is relative to the chunk, so that an edit elsewhere leaves it valid. */
export interface ChunkFacts extends Structures {
  readonly headings: readonly HeadingFact[];
  /**
   * Digests of the blocks there are to read before the first heading of the chunk, then after each: one list more than
   * headings. Rules, comments and link definitions are nothing to read.
   */
  readonly digests: readonly (readonly number[])[];
  readonly placeholders: readonly PlaceholderFact[];
  readonly directives: readonly Directive[];
}

/** How many chunks the model has read since the process started; a test holds it constant per keystroke. */
export const modelWork = { chunksRead: 0 };

const facts = new Derived((chunk) => {
  modelWork.chunksRead += 1;
  return readChunkFacts(chunk);
});
const metadata = new Derived(readMetadata);

/** The facts of a chunk, read once. */
export function chunkFacts(chunk: Chunk): ChunkFacts {
  return facts.of(chunk);
}

/** The fields of a chunk, should it stand where metadata stands; read once, and only for such chunks. */
export function chunkMetadata(chunk: Chunk): readonly FieldFact[] {
  return metadata.of(chunk);
}

const SILENT = new Set(['thematicBreak', 'definition', 'footnoteDefinition', 'break']);
const MAY_BE_GUIDANCE = new Set(['paragraph', 'blockquote', 'list']);

/** The digest of a block as `ChunkFacts.digests` holds it. */
export function blockDigest(block: Block, chunk: Chunk): number {
  if (!MAY_BE_GUIDANCE.has(block.node.type)) return OWN_TEXT;
  const { start, end } = nodeSpan(block.node);
  const source = chunk.text.slice(start, end);
  const labelled = block.node.type === 'list' ? labelledDismissalDigest(block.node, chunk.text) : undefined;
  return dismissalDigest(source) ?? labelled ?? digestOf(source);
}

function readChunkFacts(chunk: Chunk): ChunkFacts {
  const headings: HeadingFact[] = [];
  const digests: number[][] = [[]];
  const directives: Directive[] = [];
  for (const block of chunk.blocks) {
    if (block.node.type === 'heading' && !isBodyBlock(block.node, chunk.text)) {
      headings.push(readHeading(block.node, chunk.text));
      digests.push([]);
    } else if (!isSilent(block.node, block.continues)) {
      digests.at(-1)!.push(blockDigest(block, chunk));
    }
    if (chunk.text.includes('<!--')) collectDirectives(block.node, chunk.text, directives);
  }
  const placeholders = chunk.blocks.flatMap((block) => readPlaceholders(block, chunk.text));
  return { headings, digests, placeholders, directives, ...readStructures(chunk) };
}

/**
 * Whether there is nothing to read in a node: a rule, a comment, a line break, or a list, quote, fence or table whose marks
 * wait for words.
 * @param continues whether it is a later slice of a table, without the head
 */
function isSilent(node: Nodes, continues = false): boolean {
  switch (node.type) {
    case 'text':
      return node.value.trim() === '';
    case 'html':
      return node.value.replace(/<!--[\s\S]*?(?:-->|$)|<br\s*\/?>|&nbsp;/giu, '').trim() === '';
    case 'code':
      return node.value.trim() === '';
    case 'table':
      return node.children.slice(continues ? 0 : 1).every((row) => isSilent(row));
    case 'listItem':
      return node.children.every((child) => isSilent(child) || isEmptyTask(child));
    case 'paragraph':
    case 'blockquote':
    case 'list':
    case 'tableRow':
    case 'tableCell':
    case 'strong':
    case 'emphasis':
      return node.children.every((child) => isSilent(child));
    default:
      return SILENT.has(node.type);
  }
}

/** A task without words, which GFM (5.3) does not read as a task. */
function isEmptyTask(node: Nodes): boolean {
  const [text] = node.type === 'paragraph' ? node.children : [];
  return node.type === 'paragraph' && node.children.length === 1 && text?.type === 'text'
    ? /^\[[ xX]\]$/u.test(text.value.trim())
    : false;
}

function collectDirectives(node: Nodes, source: string, into: Directive[]): void {
  if (node.type === 'html') {
    const { start, end } = nodeSpan(node);
    into.push(...readDirectives(source.slice(start, end), start));
  } else if ('children' in node) {
    for (const child of node.children) collectDirectives(child, source, into);
  }
}
