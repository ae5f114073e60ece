// What the outline shows, as plain data: no part of VS Code is needed to decide it.
import type { OutlineNode, PlainPosition } from '../../../server/src/protocol';

/** The entries of an outline by their keys, and each one's parent. */
export class Entries {
  private readonly byKey = new Map<string, OutlineNode>();
  private readonly parents = new Map<OutlineNode, OutlineNode>();

  constructor(readonly roots: readonly OutlineNode[] = []) {
    const visit = (node: OutlineNode): void => {
      this.byKey.set(node.key, node);
      for (const child of node.children) {
        this.parents.set(child, node);
        visit(child);
      }
    };
    roots.forEach(visit);
  }

  get(key: string): OutlineNode | undefined {
    return this.byKey.get(key);
  }

  parent(node: OutlineNode): OutlineNode | undefined {
    return this.parents.get(node);
  }

  /** The innermost entry around a place of the document. */
  at({ line, character }: PlainPosition): OutlineNode | undefined {
    let found: OutlineNode | undefined;
    for (const node of this.byKey.values()) {
      const { range } = node;
      const isAround =
        range && isUpTo(range.start, { line, character }) && !isUpTo(range.end, { line, character });
      if (isAround && (!found?.range || isUpTo(found.range.start, range.start))) found = node;
    }
    return found ?? this.lastEndingAt({ line, character });
  }

  /** An entry, or the nearest one above it that is shown and that nothing hides. */
  shown(
    node: OutlineNode,
    { isHidden, isCollapsed }: Record<'isHidden' | 'isCollapsed', (node: OutlineNode) => boolean>,
  ): OutlineNode | undefined {
    const path: OutlineNode[] = [];
    for (let each: OutlineNode | undefined = node; each; each = this.parent(each)) path.unshift(each);
    let last: OutlineNode | undefined;
    for (const each of path) {
      if (isHidden(each)) break;
      last = each;
      if (isCollapsed(each)) break;
    }
    return last;
  }

  /** At the very end of the document nothing is around a cursor. */
  private lastEndingAt({ line, character }: PlainPosition): OutlineNode | undefined {
    return [...this.byKey.values()].findLast(
      ({ range }) => range?.end.line === line && range.end.character === character,
    );
  }
}

/** Whether a place is before another, or the same. */
function isUpTo(a: PlainPosition, b: PlainPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

/** Whether an entry, or one below it, waits for its author. */
export function hasOpen({ isOpen, openBelow }: OutlineNode): boolean {
  return isOpen || openBelow > 0;
}

/** Gives the entries of one outline the places of another that reads the same; false where it does not. */
export function takePlaces(into: readonly OutlineNode[], from: readonly OutlineNode[]): boolean {
  if (JSON.stringify(into, withoutPlaces) !== JSON.stringify(from, withoutPlaces)) return false;
  into.forEach((node, index) => {
    const { range, selection, children } = from[index]!;
    Object.assign(node, { range, selection });
    takePlaces(node.children, children);
  });
  return true;
}

function withoutPlaces(name: string, value: unknown): unknown {
  return name === 'range' || name === 'selection' ? undefined : value;
}
