import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SyntaxTree } from '../../syntax/tree';
import type { Slot } from '../../template/schema';
import type { HoverBlock } from './hover-text';

/** More is for the template itself to say. */
const MOST_CHARACTERS = 900;

const known = new WeakMap<Slot, readonly HoverBlock[]>();

/** What a template says in words under a heading of its own, for the author: prose, lists and comments; no tables or code. */
export function guidanceOf(slot: Slot): readonly HoverBlock[] {
  let blocks = known.get(slot);
  if (!blocks) known.set(slot, (blocks = readGuidance(slot.body)));
  return blocks;
}

function readGuidance(body: string): HoverBlock[] {
  const blocks: HoverBlock[] = [];
  let left = MOST_CHARACTERS;
  for (const { blocks: roots } of SyntaxTree.parse(body).chunks) {
    for (const { node } of roots) {
      const block = guidanceIn(node);
      const length = block ? lengthOf(block) : 0;
      if (!block || length === 0) continue;
      left -= length;
      if (left < 0 && blocks.length > 0) return [...blocks, ['…']];
      blocks.push(block);
    }
  }
  return blocks;
}

function guidanceIn(node: Nodes): HoverBlock | undefined {
  switch (node.type) {
    case 'paragraph':
    case 'blockquote':
      return [wordsOf(toString(node))];
    case 'html':
      return [commentIn(node.value)];
    case 'list':
      // A list of tasks is meant to stay.
      if (node.children.some(({ checked }) => typeof checked === 'boolean')) return undefined;
      return {
        items: node.children.map((item) => [wordsOf(toString(item))]).filter(([text]) => text !== ''),
      };
    default:
      return undefined;
  }
}

/** The words of a comment that is for people; those of HTML and of comments to a program are not. */
function commentIn(html: string): string {
  const [, words = ''] = /^\s*<!--([^]*)-->\s*$/u.exec(html) ?? [];
  return /^\s*(?:specwright|markdownlint|prettier|vale)-/u.test(words) ? '' : wordsOf(words);
}

/** Without the brackets that mark a placeholder: what is in them is what the author is asked for. */
function wordsOf(text: string): string {
  return text
    .replace(/\[([^[\]]*)\]/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

function lengthOf(block: HoverBlock): number {
  const lines = 'items' in block ? block.items : [block];
  return lines.flat().reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
}
