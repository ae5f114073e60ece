import { describe, expect, test } from 'vitest';
import { findings } from '../support/alignment-findings';
import { schemaOf } from '../support/check-text';
import { outlined } from '../support/outlined';

const schema = schemaOf(
  outlined(`
  # [Name]
  ## Goals
  ## Design
  ### Interfaces
  ### Storage
  ### Monitoring
  ## Testing
  ### Unit Tests
  ### Load Tests
  ## Operations
  ### Monitoring
  ### Rollback Plan
  ## Risks
`),
);

const WHOLE = `
  # Parcels
  ## Goals
  ## Design
  ### Interfaces
  ### Storage
  ### Monitoring
  ## Testing
  ### Unit Tests
  ### Load Tests
  ## Operations
  ### Monitoring
  ### Rollback Plan
  ## Risks`;

const findingsIn = (headings: string) => findings(headings, schema);

const without = (...titles: readonly string[]) =>
  WHOLE.split('\n')
    .filter((line) => !titles.some((title) => line.trim() === title))
    .join('\n');
const instead = (title: string, other: string) => WHOLE.replace(title, other);

describe('one mistake is one finding', () => {
  const cases: readonly (readonly [name: string, headings: string, found: readonly string[]])[] = [
    ['nothing wrong', WHOLE, []],
    ['one section missing', without('## Goals'), ['missing Goals']],
    ['one subsection missing', without('### Storage'), ['missing Storage under Design (2)']],
    [
      'one section missing with its subsections',
      without('## Testing', '### Unit Tests', '### Load Tests'),
      ['missing Testing'],
    ],
    [
      'only the heading of a section missing: its subsections have nowhere to be',
      without('## Risks', '## Goals'),
      ['missing Goals', 'missing Risks'],
    ],
    [
      'one section moved up',
      `# Parcels\n## Risks${without('# Parcels', '## Risks')}`,
      ['misplaced Risks (1)'],
    ],
    ['one section moved down', `${without('## Goals')}\n## Goals`, ['misplaced Goals (12)']],
    [
      'one section moved with its subsections',
      `${without('## Design', '### Interfaces', '### Storage').replace('\n  ### Monitoring', '')}
       ## Design\n### Interfaces\n### Storage\n### Monitoring`,
      ['misplaced Design (9)'],
    ],
    [
      'two neighbours swapped',
      WHOLE.replace('### Interfaces\n  ### Storage', '### Storage\n  ### Interfaces'),
      ['misplaced Storage (3)'],
    ],
    [
      'the first and the last swapped',
      WHOLE.replace('## Goals', '## X').replace('## Risks', '## Goals').replace('## X', '## Risks'),
      ['misplaced Risks (1)', 'misplaced Goals (12)'],
    ],
    [
      'a subsection in another section',
      without('### Load Tests').replace('## Risks', '### Load Tests\n## Risks'),
      ['misplaced Load Tests (11), from Testing (6)'],
    ],
    ['one heading too deep', instead('### Storage', '#### Storage'), ['level 3 for Storage (4)']],
    ['one heading too high', instead('### Storage', '## Storage'), ['level 3 for Storage (4)']],
    [
      'a section too deep with its subsections',
      WHOLE.replace(
        '## Testing\n  ### Unit Tests\n  ### Load Tests',
        '### Testing\n  #### Unit Tests\n  #### Load Tests',
      ),
      ['level 2 for Testing (6)'],
    ],
    [
      'a section too deep beside its subsections',
      instead('## Testing', '### Testing'),
      ['level 2 for Testing (6)'],
    ],
    [
      'a section too high with its subsections, one of them with a slip',
      WHOLE.replace(
        '## Testing\n  ### Unit Tests\n  ### Load Tests',
        '# Testing\n  ## Unit Tets\n  ## Load Tests',
      ),
      ['level 2 for Testing (6)', 'Unit Tets (7) for Unit Tests'],
    ],
    [
      'a section moved, and too deep: it comes to its level with its place',
      `# Parcels\n### Risks${without('# Parcels', '## Risks')}`,
      ['misplaced Risks (1)'],
    ],
    ['the whole document one level deeper', WHOLE.replaceAll('## ', '### '), ['shifted by 1']],
    ['the whole document two levels deeper', WHOLE.replaceAll('## ', '#### '), ['shifted by 2']],
    ['the whole document one level higher', WHOLE.replaceAll('## ', '# '), ['shifted by -1']],
    [
      'the whole document deeper, and one section missing',
      without('## Goals').replaceAll('## ', '### '),
      ['shifted by 1', 'missing Goals'],
    ],
    [
      'the whole document deeper, and one heading deeper still',
      WHOLE.replaceAll('## ', '### ').replace('#### Storage', '##### Storage'),
      ['shifted by 1', 'level 4 for Storage (4)'],
    ],
    ['no title', without('# Parcels'), []],
    [
      'the first of two that have one title',
      WHOLE.replace('### Monitoring\n  ## Testing', '## Testing'),
      ['missing Monitoring under Design (2)'],
    ],
    [
      'the second of two that have one title',
      WHOLE.replace('### Monitoring\n  ### Rollback', '### Rollback'),
      ['missing Monitoring under Operations (9)'],
    ],
    ['a slip of the keys', instead('## Design', '## Desing'), ['Desing (2) for Design']],
    [
      'a title renamed',
      instead('### Rollback Plan', '### Rollback Strategy'),
      ['missing Rollback Plan under Operations (9)'],
    ],
    [
      'a title made longer',
      instead('## Risks', '## Risks and Mitigations'),
      ['Risks and Mitigations (12) for Risks'],
    ],
    [
      'the whole document deeper, and a slip of the keys',
      WHOLE.replaceAll('## ', '### ').replace('### Design', '### Desing'),
      ['shifted by 1', 'Desing (2) for Design'],
    ],
    [
      'a slip of the keys behind a heading too deep',
      WHOLE.replace('### Interfaces\n  ### Storage', '#### Storage\n  ### Intrefaces'),
      ['level 3 for Storage (3)', 'Intrefaces (4) for Interfaces'],
    ],
    [
      'a section moved, with a subsection too deep: its level counts where it belongs',
      `# Parcels\n## Testing\n#### Unit Tests\n### Load Tests${without('# Parcels', '## Testing', '### Unit Tests', '### Load Tests')}`,
      ['misplaced Testing (1)'],
    ],
    [
      'two headings like a missing one: the more alike',
      `${without('## Risks')}\n## Risks and Mitigations\n## Risk`,
      ['Risk (13) for Risks'],
    ],
    [
      'two headings as much alike: the first',
      `${without('## Risks')}\n## Risks and Fears\n## Risks and Hopes`,
      ['Risks and Fears (12) for Risks'],
    ],
    [
      'a heading like two missing ones',
      without('### Load Tests').replace('### Unit Tests', '### Unit Load Tests'),
      ['missing Load Tests under Testing (6)', 'Unit Load Tests (7) for Unit Tests'],
    ],
    ['a heading without words', `${WHOLE}\n## !!!`, []],
    ['sections of one’s own', instead('## Testing', '## History\n### Of it\n## Testing'), []],
    ['subsections of one’s own', instead('### Storage', '### Queues\n### Storage\n#### Tables'), []],
    ['a title of the template deep in a section of one’s own', `${WHOLE}\n## Notes\n### Storage`, []],
    [
      'nothing at all',
      '# Parcels',
      ['missing Goals', 'missing Design', 'missing Testing', 'missing Operations', 'missing Risks'],
    ],
  ];
  test.each(cases)('%s', (_, headings, found) => {
    expect(findingsIn(headings)).toEqual(found);
  });
});

describe('what resembles a missing section', () => {
  test.each([
    ['Alternatives', 'Rationale and alternatives'],
    ['User Experience In Details', 'User Experience In Detail'],
    ['Upgrade', 'Upgrade strategy'],
    ['Security', 'Security Considerations'],
    ['Requirments', 'Requirements'],
    ['API Desing', 'API Design'],
    ['Detailed Design', 'Design'],
    ['Out-of-Scope Items', 'Out of Scope'],
  ])('%s is probably %s', (own, title) => {
    const found = findings(`# X\n## ${own}`, schemaOf(outlined(`# [Name]\n## ${title}\n## Other`)));
    expect(found).toEqual(['missing Other', `${own} (1) for ${title}`]);
  });

  test.each([
    ['Goals', 'Non-Goals'],
    ['Goals', 'Not Goals'],
    ['Functional Requirements', 'Non-Functional Requirements'],
    ['Functional Requirements', 'Nonfunctional Requirements'],
    ['In Scope', 'Out of Scope'],
    ['Resolved Questions', 'Unresolved Questions'],
    ['UI Design', 'API Design'],
    ['Design', 'API Design'],
    ['Test Plan', 'Plan'],
    ['Data Requirements', 'User Requirements'],
    ['Deploy Strategy', 'Strategy'],
    ['Phase v1', 'Phase v2'],
  ])('%s is not %s, nor the other way round', (one, other) => {
    for (const [own, title] of [
      [one, other],
      [other, one],
    ])
      expect(
        findings(`# X\n## ${own}`, schemaOf(outlined(`# [Name]\n## ${title}\n## Other`))),
        `${own} for ${title}`,
      ).toEqual([`missing ${title}`, 'missing Other']);
  });
});

test('a section of the template is no slip of another', () => {
  const both = schemaOf(outlined('# [Name]\n## Risks\n## Risks and Hopes'));
  expect(findings('# P\n## Risks', both)).toEqual(['missing Risks and Hopes']);
});
