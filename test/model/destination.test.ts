import { expect, test } from 'vitest';
import { chunkDestinations } from '../../server/src/model/destination';
import { SyntaxTree } from '../../server/src/syntax/tree';

/** `kind url` of each destination, with the source of the URL behind it where that is written otherwise. */
function destinations(text: string): string[] {
  const [chunk] = SyntaxTree.parse(text).chunks;
  return chunkDestinations(chunk!).destinations.map(({ kind, url, urlSpan }) => {
    const written = text.slice(urlSpan.start, urlSpan.end);
    return written === url ? `${kind} ${url}` : `${kind} ${url} as ${written}`;
  });
}

test.each([
  ['[a](b.md#c)', ['link b.md#c']],
  ['[a]( <b c.md#d> "b.md#c" )', ['link b c.md#d']],
  ["[a](b(c).md 'x')", ['link b(c).md']],
  ['[a](b\\).md#c)', ['link b).md#c as b\\).md#c']],
  ['[a [b](c)](d)', ['link c']],
  ['[a `](` b](c.md#d)', ['link c.md#d']],
  ['[](#x)', ['link #x']],
  ['[a]()', ['link ']],
  ['[![a](b.png)](c.md)', ['link c.md', 'image b.png']],
  ['![a ](b.png "c")', ['image b.png']],
  [
    '<https://a.example/b#c> https://a.example/_b_c',
    ['link https://a.example/b#c', 'link https://a.example/_b_c'],
  ],
  ['[a]: b.md#c "d"', ['definition b.md#c']],
  ['[a\\]]:\n  <b c.md>', ['definition b c.md']],
  ['[a][b]', []],
  ['<a href="#x">y</a> <a id=z href=b.md#c>', ['html #x', 'html b.md#c']],
  ['<!-- <a href="#x"> [a](b) --> <img src=\'b.png\'>', ['html b.png']],
  ['`[a](b)`', []],
  ['```\n[a](b)\n```', []],
  ['| [a](b.md\\|c) |\n|---|\n| [a](#d) |', ['link b.md|c as b.md\\|c', 'link #d']],
  ['> - [a](b.md\n>   "c")', ['link b.md']],
])('%s', (text, expected) => {
  expect(destinations(text)).toEqual(expected);
  expect(destinations(text.replace(/\n/gu, '\r\n'))).toEqual(expected);
});
