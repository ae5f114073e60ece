import { describe, expect, test } from 'vitest';
import { confidenceOf, detectTemplate } from '../../server/src/template/detect';
import type { Schema } from '../../server/src/template/schema';
import { schemaOf, specOf } from '../support/check-text';

const schema = schemaOf(
  [
    '# [Name] - Plan\n\n**Owner:** [Name]\n**Team:** [Name]\n',
    '## Goals\n\na\n\n### Measures\n\nb\n\n## Design\n\nc\n\n### Storage\n\nd\n\n## Rollout\n\ne\n\n## Costs\n\nf\n',
    '## Thanks (optional)\n\ng\n\n## Phase 1: [Name]\n\nh\n',
  ].join('\n'),
);

/** How sure it is that a document with these headings is of the template, in hundredths. */
function confidence(headings: string, head = '# Parcels', by = schema): number {
  return Math.round(confidenceOf(shapeOf(headings, head), by) * 100);
}

const shapeOf = (headings: string, head: string) =>
  specOf(`${head}\n\n${headings.replace(/$/gmu, '\n\ntext\n')}`, schema).model.shape;

const WHOLE = '## Goals\n### Measures\n## Design\n### Storage\n## Rollout\n## Costs';

describe('how much a document is like a template', () => {
  test.each([
    ['all that is asked for', WHOLE, 90],
    [
      'optional and repeated sections add nothing',
      `${WHOLE}\n## Thanks\n## Phase 1: Trial\n## Phase 2: All`,
      90,
    ],
    ['half of the top sections', '## Goals\n## Rollout\n## Thanks', 57],
    ['deep headings say less', '## Goals\n## Design\n## Rollout\n## Costs', 85],
    ['sections of its own count against it', `${WHOLE}\n## Weather\n## Birds\n### Gulls`, 80],
    ['two sections are chance', '## Goals\n## Design', 0],
    ['instances are no section', '## Goals\n## Design\n## Phase 1: A\n## Phase 2: B', 0],
    ['one section twice is one', '## Goals\n## Goals\n## Design', 0],
  ])('%s', (_, headings, expected) => {
    expect(confidence(headings)).toBe(expected);
  });

  test.each([
    ['a title of the form', '# Parcels - Plan', 100],
    ['half of the metadata', '# Parcels\n\n**Owner:** Bo', 95],
    ['no title at all', '', 90],
    ['both', '# Parcels - Plan\n\n**Owner:** Bo\n**Team:** Two', 100],
  ])('%s', (_, head, expected) => {
    expect(confidence(WHOLE, head)).toBe(expected);
  });

  test.each([
    ['a first section that is no title', '## Parcels', 85],
    ['a title behind the first section', '## Goals\n\n# Parcels', 86],
    ['a part above the sections', '# Parcels\n\n# Part One', 85],
  ])('%s counts against it', (_, head, expected) => {
    expect(confidence(WHOLE, head)).toBe(expected);
  });

  test('a title that is the same in each document says nothing', () => {
    const plain = schemaOf('# Plan\n\n## Alpha\n\n## Beta\n\n## Gamma\n');
    expect(confidence('## Alpha\n## Beta\n## Gamma', '# Plan', plain)).toBe(90);
  });

  test.each([
    ['nothing', '# Parcels', 0],
    ['its title', '# Parcels - Note', 100],
    ['its metadata', '# Parcels\n\n**Owner:** Bo', 100],
  ])('of a template of one section, a document shows more than that by %s', (_, head, expected) => {
    const tiny = schemaOf('# [Name] - Note\n\n**Owner:** [Name]\n\n## Choice\n');
    expect(confidence('## Choice', head, tiny)).toBe(expected);
  });

  test('a title counts against a template that has none', () => {
    const untitled = schemaOf('## Alpha\n\na\n\n## Beta\n\nb\n\n## Gamma\n\nc\n');
    expect(confidence('## Alpha\n## Beta\n## Gamma', '', untitled)).toBe(90);
    expect(confidence('## Alpha\n## Beta\n## Gamma', '# Parcels', untitled)).toBe(83);
  });

  test('a heading that the template has twice is taken by its level', () => {
    const twice = schemaOf('# [Name]\n\n## Alpha\n\n### Notes\n\n## Beta\n\n## Notes\n\n## Delta\n');
    expect(confidence('## Alpha\n## Beta\n## Notes', '', twice)).toBe(73);
    expect(confidence('## Alpha\n### Notes\n## Beta', '', twice)).toBe(61);
    expect(confidence('## Alpha\n#### Notes\n## Beta', '', twice)).toBe(61);
  });

  test('a template that asks for nothing is told by what its sections explain', () => {
    const free = schemaOf('# [Name]\n\n## Alpha (optional)\n\n## Beta (optional)\n\n## Gamma (optional)\n');
    expect(confidence('## Alpha\n## Beta\n## Gamma', '', free)).toBe(30);
  });
});

describe('the template that a document follows', () => {
  const template = (id: string, ...titles: readonly string[]) =>
    schemaOf(titles.map((title) => `## ${title}\n\ntext\n`).join('\n'), id);
  const short = template('short', 'Alpha', 'Beta', 'Gamma');
  const same = template('same', 'Alpha', 'Beta', 'Gamma');
  const long = template('long', 'Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon');
  const huge = template('huge', ...'abcdefghijklmnopqrs', 'Alpha', 'Beta', 'Gamma');

  test.each([
    ['is the one that it follows best', [long, short, huge], 'short'],
    ['is the first of those that it follows as well', [long, same, short], 'same'],
    ['is none that it follows badly', [huge], undefined],
    ['is none where there is none', [], undefined],
  ] as const)('%s', (_, schemas: readonly Schema[], expected) => {
    const found = detectTemplate(shapeOf('## Alpha\n## Beta\n## Gamma', ''), schemas);
    expect(found?.schema.id).toBe(expected);
  });
});
