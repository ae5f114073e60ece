import { expect, test } from 'vitest';
import { Derived } from '../../server/src/syntax/chunk';
import { SyntaxTree } from '../../server/src/syntax/tree';

function insert(tree: SyntaxTree, place: string, text: string): SyntaxTree {
  const start = tree.text.indexOf(place);
  return tree.edit({ span: { start, end: start }, text });
}

test('a chunk that was only read to find out how it ends stays the same object', () => {
  const before = SyntaxTree.parse('# a\n\n- list\n\ntext\n\nend\n');
  const after = insert(before, 'ext', 'x');
  expect(after.changed).toEqual({ from: 2, toBefore: 3, toAfter: 3, reread: [] });
  expect(after.chunks[1]).toBe(before.chunks[1]);
  expect(after.chunks[3]).toBe(before.chunks[3]);
});

test('all slices of a table get its new header without being read again', () => {
  const before = SyntaxTree.parse('| a | b |\n|---|---|\n' + '| 1 | 2 |\n'.repeat(400) + '\nend\n');
  const after = insert(before, 'b |', 'new ');
  const last = after.chunks.at(-2)!.blocks[0]!;
  expect(last.headText).toBe('| a | new b |\n|---|---|\n');
  expect(last.node).not.toBe(before.chunks.at(-2)!.blocks[0]!.node);
  expect(after.work.characters).toBeLessThan(1000);
  expect(after.chunks.at(-1)).toBe(before.chunks.at(-1));
});

test('a typed row leaves the other slices of its table alone', () => {
  const before = SyntaxTree.parse('| a | b |\n|---|---|\n' + '| 1 | 2 |\n'.repeat(400) + '\nend\n');
  const start = before.chunkStart(7) + 25;
  const after = before.edit({ span: { start, end: start }, text: 'x' });
  expect(after.changed).toEqual({ from: 7, toBefore: 8, toAfter: 8, reread: [] });
});

test('a fact is computed once for a chunk and again for what replaces it', () => {
  let computed = 0;
  const lengths = new Derived((chunk) => (computed++, chunk.text.length));
  const before = SyntaxTree.parse('one\n\ntwo\n\nthree\n');
  expect(before.chunks.map((chunk) => lengths.of(chunk))).toEqual([5, 5, 6]);
  const after = insert(before, 'wo', 'x');
  expect(after.chunks.map((chunk) => lengths.of(chunk))).toEqual([5, 6, 6]);
  expect(computed).toBe(4);
});
