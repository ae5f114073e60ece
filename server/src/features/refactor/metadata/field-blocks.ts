import type { DocumentModel } from '../../../model/document-model';
import { nodeSpan } from '../../../model/inline-source';
import { isBoldBlock } from '../../../model/metadata/bold-lines';
import type { Block, Chunk } from '../../../syntax/chunk';
import { lineEnd, lineStart } from '../../../text/line';
import { shiftSpan, type Span } from '../../../text/span';
import type { Entry } from './entry';

/** A block of the body that holds metadata and nothing else. */
export interface FieldBlock {
  /** Its whole lines without the last line ending, absolute; the `---` lines around a block of YAML are among them. */
  readonly span: Span;
  /** What of it is no field and stays: the `---` below bold lines, which was meant as a rule. */
  readonly rule: string;
  readonly entries: readonly Entry[];
}

/**
 * The blocks of the body that hold these entries, in order.
 * @returns undefined where one holds something else: words would be lost
 */
export function fieldBlocks(model: DocumentModel, entries: readonly Entry[]): FieldBlock[] | undefined {
  const { tree } = model;
  const found = new Map<Block, { chunk: Chunk; base: number; entries: Entry[] }>();
  for (const entry of entries) {
    const { start } = model.fieldSpan(entry.field);
    const index = tree.chunkAt(start);
    const base = tree.chunkStart(index);
    const chunk = tree.chunks[index]!;
    const block = chunk.blocks.find(({ node }) => {
      const span = nodeSpan(node);
      return base + span.start <= start && start < base + span.end;
    });
    if (!block || block.continues) return undefined;
    const known = found.get(block);
    if (known) known.entries.push(entry);
    else found.set(block, { chunk, base, entries: [entry] });
  }
  const blocks = [...found].map(([block, { chunk, base, entries: own }]): FieldBlock | undefined => {
    const lines = wholeLines(model, shiftSpan(nodeSpan(block.node), base));
    if (!holdsOnly(tree.slice(lines.start, lines.end), block, own)) return undefined;
    if (block.node.type !== 'heading') return { span: lines, rule: '', entries: own };
    if (isBoldBlock(block.node, chunk.text)) return { span: lines, rule: '---', entries: own };
    return { span: { ...lines, start: openingRule(model, lines.start) }, rule: '', entries: own };
  });
  return blocks.every((block) => block !== undefined) ? blocks : undefined;
}

/** Whether each word of a block is one of its fields, or of the head of its table. */
function holdsOnly(source: string, { node }: Block, entries: readonly Entry[]): boolean {
  const isTable = node.type === 'table';
  if (isTable && node.children[0]?.children.length !== 2) return false;
  const hasHead = isTable && node.children.length > entries.length;
  const shown = hasHead || node.type === 'code' ? source.slice(lineEnd(source, 0)) : source;
  const left = new Map<string, number>();
  for (const word of wordsOf(shown)) left.set(word, (left.get(word) ?? 0) + 1);
  for (const { field, text, comment } of entries) {
    if (text === undefined) return false;
    for (const word of wordsOf(`${field.name} ${text} ${comment ?? ''}`))
      left.set(word, (left.get(word) ?? 0) - 1);
  }
  return [...left.values()].every((count) => count <= 0);
}

/** What is to be read in a piece of Markdown: no numbers of items, no line breaks or blanks in HTML. */
function wordsOf(markdown: string): string[] {
  const text = markdown
    .replace(/<br\s*\/?>|&(?:nbsp|ensp|emsp);/giu, ' ')
    .replace(/^[ \t>]*\d+[.)][ \t]/gmu, ' ');
  return text.match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
}

function wholeLines({ tree: { text, bodyStart } }: DocumentModel, { start, end }: Span): Span {
  return { start: Math.max(bodyStart, lineStart(text, start)), end: lineEnd(text, end) };
}

/** Where the line `---` right above starts, or else the offset itself. */
function openingRule({ tree: { text, bodyStart } }: DocumentModel, offset: number): number {
  if (offset <= bodyStart) return offset;
  const end = offset - (text.slice(offset - 2, offset) === '\r\n' ? 2 : 1);
  const start = Math.max(bodyStart, lineStart(text, end));
  return /^ {0,3}-{3,}[ \t]*$/u.test(text.slice(start, end)) ? start : offset;
}
