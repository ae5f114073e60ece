import { expect, test } from 'vitest';
import { globFault, globIn, isIgnored, matchesGlob } from '../../server/src/workspace/globs';

test.each<[path: string, globs: string[], expected: boolean]>([
  ['archive/a.md', ['archive'], true],
  ['archive/2020/a.md', ['archive'], true],
  ['docs/archive/a.md', ['archive'], false],
  ['docs/archive/a.md', ['**/archive'], true],
  ['archives/a.md', ['archive'], false],
  ['a.md', ['*.md'], true],
  ['docs/a.md', ['*.md'], false],
  ['docs/a.md', ['docs/*.md', '!docs/a.md'], false],
  ['docs/b.md', ['docs/*.md', '!docs/a.md'], true],
  ['docs/a.md', ['docs', '!docs/a.md'], false],
  ['docs/a.md', ['!docs/a.md', 'docs'], true],
  ['.github/a.md', ['**'], true],
  ['a.md', [], false],
  ['', ['**'], false],
])('%s is left out by %j: %s', (path, globs, expected) => {
  expect(isIgnored(path, globs)).toBe(expected);
});

test.each<[folder: string, glob: string, path: string, expected: boolean]>([
  ['', 'docs/**', 'docs/a.md', true],
  ['docs', '*.md', 'docs/a.md', true],
  ['docs', '*.md', 'a.md', false],
  ['docs', './*.md', 'docs/a.md', true],
  ['docs', '/*.md', 'docs/a.md', true],
  ['docs', '{a,b}.md', 'docs/b.md', true],
  ['docs/[new] (1)', '**', 'docs/[new] (1)/x/a.md', true],
  ['docs/[new] (1)', '**', 'docs/n (1)/a.md', false],
  ['v1.2 {x}', '**/*.md', 'v1.2 {x}/a.md', true],
  ['überblick', '*.md', 'überblick/a.md', true],
])('in "%s", %s means %s: %s', (folder, glob, path, expected) => {
  expect(matchesGlob(path, globIn(folder, glob))).toBe(expected);
});

test('a pattern that takes back in does so below its folder', () => {
  expect(globIn('docs', '!keep/')).toBe('!docs/keep');
  expect(isIgnored('docs/keep/a.md', ['docs', globIn('docs', '!keep/')])).toBe(false);
});

test.each<[glob: string, fault: string | undefined]>([
  ['docs/**/*.{md,markdown}', undefined],
  ['!archive', undefined],
  ['a..b/*.md', undefined],
  ['..', 'outside'],
  ['../other/*.md', 'outside'],
  ['!../other', 'outside'],
  ['docs/[ab.md', 'unclosed'],
  ['docs/{a,b.md', 'unclosed'],
  [String.raw`docs/\[a.md`, undefined],
])('%s: %s', (glob, fault) => {
  expect(globFault(glob)).toBe(fault);
});
