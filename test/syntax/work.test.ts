import { describe, expect, test } from 'vitest';
import type { ReadingWork } from '../../server/src/syntax/read';
import { SyntaxTree } from '../../server/src/syntax/tree';

const sectionLines = 20;
const section = (index: number): string => `## Section ${String(index).padStart(5, '0')}

The service answers within 100 ms, see [the design](#design) and [RFC 1][rfc].
The second line has **bold** words and \`code\`.

| Field | Type |
|-------|------|
| id    | text |
| at    | date |

- FR-1: it shall do this
- FR-2: it shall do that

\`\`\`ts
const a = 1;

const b = 2;
\`\`\`

`;
/** Mostly short paragraphs, which are soon read, with real sections around the middle. */
const spec = (lines: number): string => {
  const filler = 'Text.\n\n'.repeat((lines - 10 * sectionLines) / 4);
  const sections = Array.from({ length: 10 }, (_, index) => section(index)).join('');
  return filler + sections + filler + '[rfc]: https://example.org\n';
};

/** What it costs to type one character at the first `place` behind the middle of the text. */
function workAt(text: string, place: string, tree = SyntaxTree.parse(text)): ReadingWork {
  const start = text.indexOf(place, text.length / 2) + 1;
  return tree.edit({ span: { start, end: start }, text: 'x' }).work;
}

describe('the work for one typed character', () => {
  const [small, ...larger] = [1000, 10_000, 50_000].map((lines) => SyntaxTree.parse(spec(lines)));
  test.each(['service', 'Section', 'id ', 'FR-2', 'const b', '[RFC'])(
    'does not grow with the document, at %j',
    (place) => {
      const expected = workAt(small!.text, place, small);
      expect(expected.windows).toBeLessThanOrEqual(2);
      expect(expected.characters).toBeLessThan(600);
      for (const tree of larger) expect(workAt(tree.text, place, tree)).toEqual(expected);
    },
  );

  test('does not grow with a table', () => {
    const row = '| a row | with `cells` | of text |\n';
    const text = '| a | b | c |\n|---|---|---|\n' + row.repeat(2000) + '\nend\n';
    expect(workAt(text, 'row')).toEqual({ windows: 1, characters: expect.any(Number) as number });
    expect(workAt(text, 'row').characters).toBeLessThan(50 * row.length);
  });

  test.each(['- an item of *text*\n', '- an item of *text*\n\n', '3. an item\n   - nested\n'])(
    'does not grow with a list of %j',
    (item) => {
      const work = workAt(item.repeat(2000), 'item');
      expect(work.windows).toBe(1);
      expect(work.characters).toBeLessThan(50 * item.length);
    },
  );

  test('is nothing in front matter', () => {
    const tree = SyntaxTree.parse(`---\nstatus: Draft\n---\n\n${section(1)}`);
    const edited = tree.edit({ span: { start: 12, end: 17 }, text: 'Review' });
    expect(edited.frontMatter?.yaml).toBe('status: Review\n');
    expect(edited.chunks).toBe(tree.chunks);
    expect(edited.work.windows).toBe(0);
  });

  test('of a new label is reading again what mentions it', () => {
    const text = 'A [b].\n\nA [c].\n\n' + small!.text + '[b] /u\n';
    const tree = SyntaxTree.parse(text);
    const at = text.lastIndexOf('[b]') + 3;
    const edited = tree.edit({ span: { start: at, end: at }, text: ':' });
    expect(edited.changed?.reread).toEqual([0]);
  });
});

test('the first reading of a long table never gives it to the parser at once', () => {
  const text = '| a | b |\n|---|---|\n' + '| some cell | another cell |\n'.repeat(2000);
  const { work } = SyntaxTree.parse(text);
  expect(work.windows).toBeGreaterThan(10);
  expect(work.characters).toBeLessThan(1.2 * text.length);
});
