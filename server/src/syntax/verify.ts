import { firstDifference } from './difference';
import { parseFresh } from './parser';
import { movePositions } from './position';
import type { SyntaxTree } from './tree';

/**
 * Compares a tree with a reading of its Markdown by the grammar alone.
 * @returns a message that describes the first difference, or `undefined` if there is none.
 */
export function verifyIncremental(tree: SyntaxTree): string | undefined {
  const body = tree.text.slice(tree.bodyStart);
  const joined = tree.chunks.map((chunk) => chunk.text).join('');
  if (joined !== body) return 'The chunks together are not the body of the document.';
  const fresh = parseFresh(body);
  for (const child of fresh.children) movePositions(child, tree.bodyStart, tree.chunkLine(0));
  return firstDifference(tree.root().children, fresh.children);
}
