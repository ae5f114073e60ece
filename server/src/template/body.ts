import type { Nodes } from 'mdast';
import type { Block } from '../syntax/chunk';
import { blockDigest } from '../model/chunk-facts';
import type { DocumentModel } from '../model/document-model';
import type { HeadingFact } from '../model/heading';
import { nodeSpan } from '../model/inline-source';
import { readLabelledText } from '../model/labelled-text';
import { isBodyBlock } from '../model/metadata/body-block';
import type { PlaceholderSpec } from './schema';

/** What stands under each heading of a template, in its own body; indexed by the section's ordinal. */
export interface TemplateBody {
  readonly blocks: readonly (readonly Block[])[];
  readonly placeholders: readonly (readonly PlaceholderSpec[])[];
  /** Digests of blocks that are guidance without marks around it. */
  readonly guidance: readonly ReadonlySet<number>[];
  /** Prose and comments, labelled values left out. */
  readonly words: readonly string[];
  /** Placeholders before the first heading. */
  readonly preamble: readonly PlaceholderSpec[];
}

/** Distributes a template's blocks, placeholders and prose over its sections. */
export function readBody(model: DocumentModel): TemplateBody {
  const { sections } = model.shape;
  const blocks: Block[][] = sections.map(() => []);
  const placeholders: PlaceholderSpec[][] = sections.map(() => []);
  const guidance: Set<number>[] = sections.map(() => new Set<number>());
  const words: string[] = sections.map(() => '');
  const preamble: PlaceholderSpec[] = [];
  let current = -1;
  model.tree.chunks.forEach((chunk, index) => {
    const { headings, placeholders: found } = model.facts(index);
    const first = current;
    const ordinalAt = (offset: number) => first + headings.filter(({ span }) => span.start <= offset).length;
    for (const { span, ...spec } of found) (placeholders[ordinalAt(span.start)] ?? preamble).push(spec);
    for (const block of chunk.blocks) {
      const { start, end } = nodeSpan(block.node);
      const headed = block.node.type === 'html' ? headingBelow(end, headings, chunk.text) : undefined;
      if (headed) words[ordinalAt(headed.span.start)] += `\n${wordsOf(block.node, chunk.text)}`;
      const ordinal = headed ? -1 : ordinalAt(start);
      if (ordinal < 0 || (block.node.type === 'heading' && !isBodyBlock(block.node, chunk.text))) continue;
      blocks[ordinal]!.push(block);
      words[ordinal] += `\n${wordsOf(block.node, chunk.text)}`;
      const isMarked = found.some(({ span }) => start <= span.start && span.end <= end);
      if (!isMarked && isGuidance(block.node, chunk.text)) guidance[ordinal]!.add(blockDigest(block, chunk));
    }
    current += headings.length;
  });
  return { blocks, placeholders, guidance, words, preamble };
}

/** The heading on the line below a comment, of which the comment speaks: `<!-- optional -->` over `## Drivers`. */
function headingBelow(
  end: number,
  headings: readonly HeadingFact[],
  source: string,
): HeadingFact | undefined {
  return headings.find(
    ({ span }) => span.start > end && /^[ \t]*(?:\r\n|\n|\r)[ \t]*$/u.test(source.slice(end, span.start)),
  );
}

/** The prose of a block and the text of its comments, without the values behind bold labels. */
function wordsOf(node: Nodes, source: string): string {
  if (node.type === 'paragraph') {
    const pieces = readLabelledText(node, source).filter(({ label }) => label === undefined);
    return pieces.map(({ valueSpan }) => source.slice(valueSpan.start, valueSpan.end)).join('\n');
  }
  if (node.type === 'html') return node.value.replace(/<!--|-->/gu, '');
  if (!('children' in node) || node.type === 'table') return '';
  return node.children.map((child) => wordsOf(child, source)).join('\n');
}

/** Prose that tells the author what to write. Tables, tasks and labelled lines are structure and are meant to stay. */
function isGuidance(node: Nodes, source: string): boolean {
  switch (node.type) {
    case 'paragraph':
      return readLabelledText(node, source).every(({ label }) => label === undefined);
    case 'blockquote':
      return true;
    case 'list':
      return node.children.every(({ checked }) => typeof checked !== 'boolean');
    default:
      return false;
  }
}
