import type { List, Parent, Root, RootContent, Table } from 'mdast';
import type { SyntaxTree } from './tree';
import { movePositions } from './position';

/** The whole Markdown of a tree as one mdast tree with absolute positions, its slices joined again. */
export function joinBlocks(tree: SyntaxTree): Root {
  const children: RootContent[] = [];
  tree.chunks.forEach((chunk, index) => {
    for (const block of chunk.blocks) {
      const node = structuredClone(block.node);
      movePositions(node, tree.chunkStart(index), tree.chunkLine(index));
      if (block.continues) joinSlice(children.at(-1) as List | Table, node as List | Table);
      else children.push(node);
    }
  });
  return { type: 'root', children };
}

function joinSlice(whole: List | Table, next: List | Table): void {
  (whole as Parent).children.push(...next.children);
  whole.position!.end = next.position!.end;
  if (whole.type === 'list') whole.spread ||= (next as List).spread;
}
