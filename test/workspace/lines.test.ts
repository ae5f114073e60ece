import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { Lines } from '../../server/src/workspace/lines';

const pieces = [
  'a',
  'word ',
  '😀',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '# h',
  '- i',
  '```',
  '\uFEFF',
  '---',
  '| a |',
];
const texts = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF', '---\nk: v\n---\n', '---\r\nk: v\r\n---', '\uFEFF---\nk: v\n---\n\n'),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }),
  )
  .map(([head, rest]) => head + rest.join(''));

test('offsets and positions are those of a text document', () => {
  fc.assert(
    fc.property(texts, fc.nat(30), fc.integer({ min: -2, max: 20 }), (text, line, character) => {
      const lines = new Lines(SyntaxTree.parse(text));
      const document = TextDocument.create('file:///a.md', 'markdown', 0, text);
      for (let offset = -1; offset <= text.length + 1; offset++)
        expect(lines.positionAt(offset), `offset ${offset}`).toEqual(document.positionAt(offset));
      const position = { line: line - 1, character };
      expect(lines.offsetAt(position)).toBe(document.offsetAt(position));
    }),
    { numRuns: 500 },
  );
});

test('they stay so through edits', () => {
  const edits = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(8), fc.constantFrom('', ...pieces)),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(texts, edits, (before, changes) => {
      let tree = SyntaxTree.parse(before);
      let text = before;
      for (const [at, removed, inserted] of changes) {
        const start = Math.floor(at * text.length);
        const end = Math.min(text.length, start + removed);
        tree = tree.edit({ span: { start, end }, text: inserted });
        text = text.slice(0, start) + inserted + text.slice(end);
      }
      const lines = new Lines(tree);
      const document = TextDocument.create('file:///a.md', 'markdown', 0, text);
      expect(tree.text).toBe(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const position = lines.positionAt(offset);
        expect(position).toEqual(document.positionAt(offset));
        expect(lines.offsetAt(position)).toBe(document.offsetAt(position));
      }
    }),
    { numRuns: 300 },
  );
});
