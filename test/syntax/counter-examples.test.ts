import { expect, test } from 'vitest';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { verifyIncremental } from '../../server/src/syntax/verify';
import { counterExamples } from './counter-examples';
import { editAndCheck } from './support';

test.each(counterExamples)('$why: $before', ({ before, at, removed, text }) => {
  const tree = SyntaxTree.parse(before);
  expect(verifyIncremental(tree)).toBeUndefined();
  const end = Math.min(before.length, at + removed);
  const edited = editAndCheck(tree, { span: { start: at, end }, text });
  expect(edited.faults).toEqual([]);
  const back = { span: { start: at, end: at + text.length }, text: before.slice(at, end) };
  const restored = editAndCheck(edited.after, back);
  expect(restored.faults).toEqual([]);
  expect(restored.after.text).toBe(before);
});
