import { describe, expect, test } from 'vitest';
import { align } from '../../server/src/template/align';
import { findings } from '../support/alignment-findings';
import { schemaOf, specOf } from '../support/check-text';
import { outlined } from '../support/outlined';

describe('a shift of the whole document', () => {
  const flat = schemaOf(outlined('# [Name]\n## Alpha\n## Beta\n## Gamma\n## Delta'));
  const nested = schemaOf(outlined('# [Name]\n## Alpha\n### Beta\n### Gamma\n### Delta'));
  const tooDeep = (title: string, ordinal: number) => `level 2 for ${title} (${ordinal})`;
  test.each([
    [
      'is none where only one section stands deeper',
      '# X\n### Alpha',
      flat,
      ['missing Beta', 'missing Gamma', 'missing Delta', 'level 2 for Alpha (1)'],
    ],
    [
      'is that of most sections',
      '# X\n#### Alpha\n### Beta\n### Gamma\n### Delta',
      flat,
      ['shifted by 1', 'level 3 for Alpha (1)'],
    ],
    [
      'is the smaller of two that as many sections have',
      '# X\n#### Alpha\n#### Beta\n### Gamma\n### Delta',
      flat,
      ['shifted by 1', 'level 3 for Alpha (1)', 'level 3 for Beta (2)'],
    ],
    [
      'is none where half as many sections are in their place',
      '# X\n### Alpha\n### Beta\n### Delta',
      schemaOf(outlined('# [Name]\n## Alpha\n### Beta\n## Delta')),
      ['level 2 for Alpha (1)', 'level 2 for Delta (3)'],
    ],
    [
      'is one where more are not than are',
      '# X\n### Alpha\n### Beta\n### Delta\n### Epsilon',
      schemaOf(outlined('# [Name]\n## Alpha\n### Beta\n## Delta\n## Epsilon')),
      ['shifted by 1', 'level 4 for Beta (2)'],
    ],
    [
      'is none where all stand in a section of the author’s own',
      '# X\n## Requirements\n### Alpha\n### Beta\n### Gamma\n### Delta',
      flat,
      [tooDeep('Alpha', 2), tooDeep('Beta', 3), tooDeep('Gamma', 4), tooDeep('Delta', 5)],
    ],
    [
      'is none where most stand higher and one does not',
      '## Alpha\n# Beta\n# Gamma\n# Delta',
      flat,
      ['level 2 for Beta (1)', 'level 2 for Gamma (2)', 'level 2 for Delta (3)'],
    ],
    ['with its title', '## X\n### Alpha\n### Beta\n### Gamma\n### Delta', flat, ['shifted by 1']],
    [
      'is none where sections stand in one of the author’s own',
      '# X\n## Requirements\n### Alpha\n### Beta\n### Gamma\n## Delta',
      flat,
      [tooDeep('Alpha', 2), tooDeep('Beta', 3), tooDeep('Gamma', 4)],
    ],
    [
      'is none where subsections stand beside their section',
      '# X\n## Alpha\n## Beta\n## Gamma\n## Delta',
      nested,
      ['level 3 for Beta (2)', 'level 3 for Gamma (3)', 'level 3 for Delta (4)'],
    ],
    [
      'is none where only subsections stand higher',
      '# X\n## Beta\n## Gamma\n## Delta',
      nested,
      ['missing Alpha', 'level 3 for Beta (1)', 'level 3 for Gamma (2)', 'level 3 for Delta (3)'],
    ],
    [
      'is none where subsections are too deep and their section is not',
      '# X\n## Alpha\n#### Beta\n#### Gamma\n#### Delta',
      nested,
      ['level 3 for Beta (2)', 'level 3 for Gamma (3)', 'level 3 for Delta (4)'],
    ],
  ] as const)('%s', (_, headings, by, found) => {
    expect(findings(headings, by)).toEqual(found);
  });
});

describe('a title that is also the name of a section', () => {
  const flat = schemaOf(outlined('# [Name]\n## Alpha\n### Part\n## Beta\n## Gamma'));
  const untitled = schemaOf(outlined('# Alpha\n# Beta\n# Gamma'));
  test.each([
    ['is the title above all others', '# Alpha\n## Beta\n## Gamma', flat, ['missing Alpha']],
    [
      'is the title above sections of one’s own',
      '# Alpha\n## History',
      flat,
      ['missing Alpha', 'missing Beta', 'missing Gamma'],
    ],
    ['is the title beside its section', '# Alpha\n## Alpha\n### Part\n## Beta\n## Gamma', flat, []],
    ['is a section beside the others', '# Alpha\n## Part\n# Beta\n# Gamma', flat, ['shifted by -1']],
    [
      'is a section where only its subsections follow',
      '# Alpha\n## Part',
      flat,
      ['shifted by -1', 'missing Beta', 'missing Gamma'],
    ],
    [
      'is a section at the level of one',
      '## Alpha\n### Part\n### Own',
      flat,
      ['missing Beta', 'missing Gamma'],
    ],
    ['is a section where the template has no title', '# Alpha\n# Beta\n# Gamma', untitled, []],
  ] as const)('%s', (_, headings, by, found) => {
    expect(findings(headings, by)).toEqual(found);
  });
});

describe('the title of a document', () => {
  const titled = schemaOf(outlined('# [Name]\n## Goals\n## Design\n### Storage'));
  const untitled = schemaOf(outlined('# Alpha\n# Beta\n# Gamma'));
  const titleOf = (headings: string, by = titled) => {
    const { title, slots } = align(specOf(headings, by).model.shape.sections, by);
    if (title) expect(slots[title.ordinal]).toBe(by.title);
    return title?.title;
  };

  test.each([
    ['# Parcels\n\n## Goals\n', 'Parcels'],
    ['# Parcels\n', 'Parcels'],
    ['## Parcels\n\n## Goals\n', 'Parcels'],
    ['### Parcels\n\n## Goals\n', undefined],
    ['### Parcels\n\n## Goals\n\n#### Costs\n', undefined],
    ['## Goals\n\n# Parcels\n', undefined],
    ['Nothing yet.\n', undefined],
  ])('%j: %s', (text, expected) => {
    expect(titleOf(text)).toBe(expected);
  });

  test('is none where the template has none', () => {
    expect(titleOf('# Parcels\n\n## Alpha\n', untitled)).toBeUndefined();
  });
});
