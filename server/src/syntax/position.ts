import type { Node, Parent } from 'mdast';

/** Moves all positions in a tree, in place. Columns stay, since trees only ever start at the start of a line. */
export function movePositions(node: Node, offsets: number, lines: number): void {
  if (offsets === 0 && lines === 0) return;
  const { position } = node;
  if (position) {
    const { start, end } = position;
    node.position = {
      start: { line: start.line + lines, column: start.column, offset: start.offset! + offsets },
      end: { line: end.line + lines, column: end.column, offset: end.offset! + offsets },
    };
  }
  if ('children' in node) for (const child of (node as Parent).children) movePositions(child, offsets, lines);
}

/** The offset at which the node's first line starts. */
export function lineStartOf(node: Node): number {
  const { offset, column } = node.position!.start;
  return offset! - column + 1;
}
