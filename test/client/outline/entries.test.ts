import { expect, test } from 'vitest';
import { Entries, hasOpen, takePlaces } from '../../../client/src/outline/entries';
import type { OutlineNode, PlainRange } from '../../../server/src/protocol';

const range = (from: number, to: number): PlainRange => ({
  start: { line: from, character: 0 },
  end: { line: to, character: 0 },
});

/** An entry over these lines; without any it is missing. */
function node(key: string, lines?: [from: number, to: number], children: OutlineNode[] = []): OutlineNode {
  return {
    key,
    kind: key === 'title' ? 'title' : 'section',
    title: key,
    level: 2,
    state: lines ? 'complete' : 'missing',
    placeholders: 0,
    openBelow: children.filter(({ isOpen }) => isOpen).length,
    isOpen: !lines,
    isOwn: false,
    problems: { error: 0, warning: 0 },
    acts: [],
    isMovable: true,
    canInsertInto: false,
    range: lines ? range(...lines) : null,
    selection: lines ? range(lines[0], lines[0]) : null,
    children,
  };
}

const outline = () => [
  node('title', [0, 20]),
  node('a', [2, 10], [node('b', [4, 10]), node('ghost')]),
  node('c', [10, 20]),
];

test.each([
  [0, 'title'],
  [1, 'title'],
  [2, 'a'],
  [3, 'a'],
  [4, 'b'],
  [9, 'b'],
  [10, 'c'],
  [20, 'c'],
])('the entry around line %i', (line, key) => {
  expect(new Entries(outline()).at({ line, character: 0 })?.key).toBe(key);
});

test('nothing is around a place outside of all', () => {
  expect(new Entries([node('a', [2, 4])]).at({ line: 0, character: 0 })).toBeUndefined();
  expect(new Entries().at({ line: 0, character: 0 })).toBeUndefined();
});

test.each([
  ['nothing is hidden', '', '', 'b'],
  ['the one above is closed', '', 'a', 'a'],
  ['it is filtered out', 'b', '', 'a'],
  ['all is filtered out', 'a', '', undefined],
])('what is shown of an entry where %s', (_, hidden, collapsed, expected) => {
  const entries = new Entries(outline());
  const shown = entries.shown(entries.get('b')!, {
    isHidden: ({ key }) => key === hidden,
    isCollapsed: ({ key }) => key === collapsed,
  });
  expect(shown?.key).toBe(expected);
});

test('what holds something open stays in the list of what is open', () => {
  expect(
    outline()
      .filter(hasOpen)
      .map(({ key }) => key),
  ).toEqual(['a']);
});

test('an outline that reads the same keeps its entries and takes the new places', () => {
  const before = outline();
  const [, a] = before;
  const moved = [
    node('title', [0, 30]),
    node('a', [5, 15], [node('b', [7, 15]), node('ghost')]),
    node('c', [15, 30]),
  ];
  expect(takePlaces(before, moved)).toBe(true);
  expect(before[1]).toBe(a);
  expect(before[1]!.children[0]!.range).toEqual(range(7, 15));
  expect(takePlaces(before, [node('title', [0, 30])])).toBe(false);
});
