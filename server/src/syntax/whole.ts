import type { List, Node, Parent, Root, RootContent, Table } from 'mdast';
import { parseFresh } from './parser';
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
  return firstDifference(tree.root().children, fresh.children, 'root.children');
}

function joinSlice(whole: List | Table, next: List | Table): void {
  (whole as Parent).children.push(...next.children);
  whole.position!.end = next.position!.end;
  if (whole.type === 'list') whole.spread ||= (next as List).spread;
}

function firstDifference(incremental: unknown, fresh: unknown, path: string): string | undefined {
  if (Object.is(incremental, fresh)) return undefined;
  if (!isObject(incremental) || !isObject(fresh)) {
    return `${path}: incremental ${JSON.stringify(incremental)}, fresh ${JSON.stringify(fresh)}`;
  }
  for (const key of new Set([...Object.keys(incremental), ...Object.keys(fresh)])) {
    const name = 'type' in fresh && key === 'children' ? `${path}<${(fresh as unknown as Node).type}>` : path;
    const found = firstDifference(incremental[key], fresh[key], `${name}.${key}`);
    if (found) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
