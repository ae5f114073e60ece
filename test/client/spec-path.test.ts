import { expect, test } from 'vitest';
import { nameRange, readSpecPath } from '../../client/src/templates/spec-path';

test.each([
  ['specs/a.md', 'specs/a.md'],
  ['specs/a', 'specs/a.md'],
  [' specs\\deep\\a.md ', 'specs/deep/a.md'],
  ['./a.markdown', 'a.markdown'],
  ['a//b.MD', 'a/b.MD'],
  ['v1.2-notes', 'v1.2-notes.md'],
  ['仕様/配送.md', '仕様/配送.md'],
  ['.specs/a', '.specs/a.md'],
])('%j is %j', (written, path) => {
  expect(readSpecPath(written)).toEqual({ path });
});

test.each([
  ['', 'empty'],
  ['specs/', 'empty'],
  ['specs/.md', 'empty'],
  ['/etc/a.md', 'outside'],
  ['C:/a.md', 'outside'],
  ['../a.md', 'outside'],
  ['specs/../../a.md', 'outside'],
  ['a?.md', 'character'],
  ['draft:b.md', 'character'],
  ['a\u0000.md', 'character'],
  ['con.md', 'name'],
  ['specs./a.md', 'name'],
  ['specs /a.md', 'name'],
  ['a/./b.md', 'name'],
])('%j is refused: %s', (written, fault) => {
  expect(readSpecPath(written)).toEqual({ fault });
});

test('the name without folders and ending is what is selected', () => {
  const path = 'docs/specs/parcel-tracking.md';
  expect(path.slice(...nameRange(path))).toBe('parcel-tracking');
  expect('a'.slice(...nameRange('a'))).toBe('a');
});
