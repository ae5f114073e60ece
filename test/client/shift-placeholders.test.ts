import { expect, test } from 'vitest';
import { shiftPlaceholders } from '../../client/src/preview/shift-placeholders';

const TEXT = 'one [A] two [B]\nthree [C\nD] four\n[E]\n';

const at = (text: string, offset: number) => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
};

const placeholdersIn = (text: string) =>
  [...text.matchAll(/\[[^\]]*\]/gu)].map((match) => ({
    ...at(text, match.index),
    text: match[0],
    nth: 0,
    of: 1,
  }));

test('what no change has touched is where it is found afresh, whatever the change', () => {
  const before = placeholdersIn(TEXT);
  let kept = 0;
  for (let start = 0; start <= TEXT.length; start++) {
    for (let end = start; end <= TEXT.length; end++) {
      for (const text of ['', 'x', 'x\ny', '\n', 'a\n\n']) {
        const range = { start: at(TEXT, start), end: at(TEXT, end) };
        const after = TEXT.slice(0, start) + text + TEXT.slice(end);
        const shifted = shiftPlaceholders(before, { range, text });
        const lines = after.split('\n');
        for (const { line, character, text: words } of shifted)
          expect(lines.slice(line).join('\n').slice(character).startsWith(words)).toBe(true);
        kept += shifted.length;
      }
    }
  }
  expect(kept).toBeGreaterThan(2000);
});

test('what is before a change or behind it is kept', () => {
  const texts = (start: number, end: number, text: string) =>
    shiftPlaceholders(placeholdersIn(TEXT), {
      range: { start: at(TEXT, start), end: at(TEXT, end) },
      text,
    }).map((each) => each.text);
  expect(texts(0, 0, 'x\n')).toEqual(['[A]', '[B]', '[C\nD]', '[E]']);
  expect(texts(TEXT.length, TEXT.length, 'x')).toEqual(['[A]', '[B]', '[C\nD]', '[E]']);
  expect(texts(5, 6, 'x')).toEqual(['[B]', '[C\nD]', '[E]']);
  expect(texts(0, TEXT.length, '')).toEqual([]);
});
