import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DocumentModel } from '../../server/src/model/document-model';
import { requirementMentions } from '../../server/src/model/id-mentions';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { sparseText } from '../../server/src/workspace/sparse-text';

const modelOf = (text: string) => new DocumentModel(SyntaxTree.parse(text));

function mentions(text: string, id: string): string[] {
  const found = requirementMentions(modelOf(text)).filter(({ fact }) => fact.id === id);
  return found.map(({ span, fact }) => `${span.start} ${fact.place} ${fact.isLabel} ${fact.isWhole}`);
}

function titles(text: string): string[] {
  const model = modelOf(text);
  return model.shape.sections.map((section) => `${model.titleSpan(section).start} ${section.title}`);
}

/** What is found in the parts is what is found in the whole, where it stands. */
function check(text: string): number {
  const ids = new Set(requirementMentions(modelOf(text)).map(({ fact }) => fact.id));
  // A few suffice of a text with many.
  for (const id of [...ids, 'ZZ-1'].slice(0, 4)) {
    const sparse = sparseText(text, (block) => block.includes(id));
    expect(sparse.length).toBe(text.length);
    expect(mentions(sparse, id)).toEqual(mentions(text, id));
    expect(titles(sparse)).toEqual(titles(text));
  }
  return ids.size;
}

const root = path.join(import.meta.dirname, '../..');
const head = '# Title\n'.padEnd(200, '\n');

describe('what is found in the parts of a text is what is found in all of it', () => {
  const files = ['examples/price-list-import.md', ...readdirSync(path.join(root, 'templates'))].map((name) =>
    name.includes('/') ? name : `templates/${name}`,
  );
  for (const file of files)
    test(file, () => {
      const text = readFileSync(path.join(root, file), 'utf8');
      check(text);
      check(text.replace(/\n/gu, '\r\n'));
    });

  const cases: Readonly<Record<string, string>> = {
    'a paragraph of a list item': '1. One\n\n   Two\n\n   See FR-1\n\n2. FR-2: x\n',
    'deep in a list': '- a\n  - b\n\n    - c\n\n      FR-1 here\n',
    'indented code': 'Text\n\n    FR-1 in code\n\nFR-1 in text\n',
    'a fence': '```\nFR-1\n\nFR-1\n```\n\nFR-1\n',
    'a fence in a list': '- a\n\n  ```\n  FR-1\n\n  FR-1\n  ```\n\n  FR-1\n',
    'a fence deep in a list': '- a\n  - b\n\n    ```\n    FR-1\n\n    FR-1\n    ```\n\nFR-1\n',
    'a fence that its list closes': '- a\n  ```\n  FR-1\n\nFR-1\n\n```js\nFR-1\n```\n\nFR-1\n',
    'a fence in a quote': '> ```\n> FR-1\n\nFR-1\n\n> ```\n\nFR-1\n',
    'a fence that nobody closes': 'FR-1\n\n~~~\nFR-1\n\nFR-1',
    'a code span over two lines': 'See ```FR-1\nFR-1``` and FR-1\n\nFR-1\n',
    'a comment over blank lines': '<!--\n\nFR-1\n\n-->\n\nFR-1\n',
    'a comment in a line': 'A <!-- FR-1 --> b\n\nFR-1 <!-- x --> FR-1\n',
    'HTML over blank lines': '<pre>\n\nFR-1\n\n</pre>\n\nFR-1\n',
    'a table': '| ID | Text |\n|---|---|\n| FR-2 | a |\n| FR-1 | b |\n\nFR-1\n',
    'labels that stand elsewhere': 'See [FR-1][x] and [FR-1]\n\nText\n\n[x]: a.md\n[FR-1]: b.md\n',
    'underlined headings': 'Text\n\nFirst\n=====\n\nText\n\nFR-1\n----\n\nText\n',
    'a quote': '> Text\n\n> FR-1\nlazy FR-1\n',
    'a footnote': 'Text[^1]\n\n[^1]: Note\n\n    FR-1\n',
    'tabs and right to left': '1.\tאב\n\n\tFR-1 אב\n\nFR-1 漢字\n',
    'no end of line': 'Text\n\nFR-1',
    'lone carriage returns': 'Text\r\rFR-1\r\rText',
  };
  for (const [name, text] of Object.entries(cases))
    test(name, () => {
      expect(check(text)).toBeGreaterThan(0);
      check(head + text);
      check(`---\na: FR-1\n---\n${head}${text.replace(/\n/gu, '\r\n')}`);
    });
});

test('what is not wanted is not there', () => {
  const text = `${head}One paragraph.\n\nFR-1 here.\n\n\`\`\`\ncode\n\`\`\`\n\n## End\n`;
  const sparse = sparseText(text, (block) => block.includes('FR-1'));
  expect(sparse.slice(head.length).split(/\s{2,}/u)).toEqual(['', 'FR-1 here.', '## End\n']);
});
