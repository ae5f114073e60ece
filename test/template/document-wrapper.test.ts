import { describe, expect, test } from 'vitest';
import { DocumentModel } from '../../server/src/model/document-model';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { findWrapper, isWrapped } from '../../server/src/template/document-wrapper';
import { withEol } from '../../server/src/text/line';
import { schemaOf } from '../support/check-text';

const schema = schemaOf(
  '# [Name] - Plan\n\n## Goals\n\n## Storage\n\n## Tests\n\n## Costs\n\n## Phase 1: [Name]\n\n## Phase 2: [Name]\n',
);

/** What a wrapper consists of; undefined where there is none. */
function cutsOf(text: string): string[] | undefined {
  const tree = SyntaxTree.parse(text);
  const wrapper = findWrapper(tree, new DocumentModel(tree).shape, [schemaOf('# Any\n\n## Other\n'), schema]);
  if (!wrapper) return undefined;
  expect(wrapper.text).toHaveLength(text.length);
  const cuts = wrapper.cuts.map(({ start, end }) => text.slice(start, end));
  for (const { start, end } of wrapper.cuts) expect(wrapper.text.slice(start, end).trim()).toBe('');
  return cuts;
}

const INSIDE = '# Parcels - Plan\n\n## Goals\n\nFewer calls.\n';

describe('the wrapper of a document', () => {
  test.each([
    ['a fence', '', '```markdown\n', '```\n'],
    ['a fence in another style', '', '  ~~~~ MD\n', '~~~~\n'],
    ['a fence that ends with the text', '', '```md\n', '```'],
    ['the title of the template', '', '# Plan template\n\n```md\n', '```\n'],
    ['all that speaks of the template', '', '# Template\n\nCopy this.\n\n---\n\n```md\n', '```\n'],
    ['no more than that', '# Parcels\n\nA project.\n\n', 'Please fill in:\n\n```md\n', '```\n'],
    ['no list', 'A template.\n\n- template\n\n', '```md\n', '```\n'],
    ['no long text', `The template ${'is long '.repeat(50)}.\n\n`, '```md\n', '```\n'],
    ['a text that is not so long', '', `The template ${'is long '.repeat(48)}.\n\n\`\`\`md\n`, '```\n'],
    ['no section in front of it', '# A\n\n## B\n\ntext\n\n', '```md\n', '```\n'],
  ])('is %s', (_, before, opening, closing) => {
    for (const eol of ['\n', '\r\n']) {
      const [first, ...others] = [before, opening, INSIDE, closing].map((part) => withEol(part, eol));
      expect(cutsOf([first, ...others].join(''))).toEqual([others[0], others[2]]);
    }
  });

  test('has no end where nobody closed the fence', () => {
    expect(cutsOf(`\`\`\`md\n${INSIDE}`)).toEqual(['```md\n']);
  });

  test.each([
    ['there is no fence', INSIDE],
    ['the fence holds code', `\`\`\`js\n${INSIDE}\`\`\`\n`],
    ['the fence has no language', `\`\`\`\n${INSIDE}\`\`\`\n`],
    ['another fence comes first', `\`\`\`js\n1\n\`\`\`\n\n\`\`\`md\n${INSIDE}\`\`\`\n`],
    ['many sections come first', `# A\n\n## B\n\n## C\n\n\`\`\`md\n${INSIDE}\`\`\`\n`],
    ['it holds no section of a template', '```md\n# Birds\n\n## Gulls\n```\n'],
    ['its sections are there without it', `## Goals\n\n\`\`\`md\n${INSIDE}\`\`\`\n`],
  ])('is not there where %s', (_, text) => {
    expect(cutsOf(text)).toBeUndefined();
  });
});

/** The shape of a document with these sections. */
const shapeOf = (...titles: readonly string[]) =>
  new DocumentModel(SyntaxTree.parse(titles.map((title) => `## ${title}\n`).join('\n'))).shape;

test.each([
  ['three sections that were hidden', ['Storage', 'Tests', 'Costs'], [], true],
  ['two, the first of the template among them', ['Goals', 'Costs'], [], true],
  ['two others may be an example', ['Storage', 'Costs'], [], false],
  ['the first alone may be one', ['Goals'], [], false],
  ['a section twice is one', ['Goals', 'Goals'], [], false],
  ['repeated sections say nothing', ['Goals', 'Phase 1: A', 'Phase 2: B'], [], false],
  ['sections of one’s own say nothing', ['Goals', 'Birds', 'Gulls'], [], false],
  ['what stands outside was not hidden', ['Goals', 'Storage'], ['Goals'], false],
  ['what stands outside is inside too', ['Goals', 'Storage', 'Tests', 'Costs'], ['Costs'], true],
  ['what stands outside would be lost', ['Goals', 'Storage', 'Tests'], ['Costs'], false],
])('whether a fence hides a document: %s', (_, inside, outside, expected) => {
  expect(isWrapped(shapeOf(...inside), shapeOf(...outside), schema)).toBe(expected);
});

test('a template of one section is hidden with it', () => {
  const tiny = schemaOf('# [Name] - Note\n\n## Choice\n');
  expect(isWrapped(shapeOf('Choice'), shapeOf(), tiny)).toBe(true);
  expect(isWrapped(shapeOf('Other'), shapeOf(), tiny)).toBe(false);
});
