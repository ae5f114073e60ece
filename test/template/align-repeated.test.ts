import { describe, expect, test } from 'vitest';
import { align } from '../../server/src/template/align';
import { findings } from '../support/alignment-findings';
import { schemaOf, specOf } from '../support/check-text';
import { outlined } from '../support/outlined';

describe('repeated sections', () => {
  const repeated = schemaOf(
    outlined(`
  # [Name]
  ## Components
  ### Component 1: [Name]
  #### Purpose
  #### Limits
  ### Component 2: [Name]
  #### Purpose
  #### Limits
  ## Endpoints
  ### [HTTP Method] [Path]
  ## Phase 1
  ## Phase 2
  ## Risks
`),
  );
  const cases: readonly (readonly [name: string, headings: string, found: readonly string[]])[] = [
    [
      'as many as the author has',
      `# P\n## Components\n### Component 1: A\n#### Purpose\n#### Limits\n### Component 2: B\n#### Purpose\n#### Limits
       ### Component 3: C\n#### Purpose\n#### Limits\n## Endpoints\n### GET /a\n### POST /a\n## Phase 1\n## Phase 2\n## Phase 3\n## Risks`,
      [],
    ],
    ['none', '# P\n## Components\n## Endpoints\n## Risks', []],
    [
      'one of them without a subsection',
      '# P\n## Components\n### Component 1: A\n#### Purpose\n#### Limits\n### Component 2: B\n#### Limits\n## Endpoints\n## Risks',
      ['missing Purpose under Component 2: B (5)'],
    ],
    [
      'one of them with a subsection mistyped, and one without it',
      '# P\n## Components\n### Component 1: A\n#### Purpsoe\n#### Limits\n### Component 2: B\n#### Limits\n### Component 3: C\n#### Prupose\n#### Limits\n## Endpoints\n## Risks',
      ['missing Purpose under Component 2: B (5)', 'Purpsoe (3) for Purpose', 'Prupose (8) for Purpose'],
    ],
    [
      'each of them without a subsection',
      '# P\n## Components\n### Component 1: A\n#### Purpose\n### Component 2: B\n#### Purpose\n## Endpoints\n## Risks',
      ['missing Limits under Component 1: A (2)', 'missing Limits under Component 2: B (4)'],
    ],
    [
      'subsections of one of them swapped',
      '# P\n## Components\n### Component 1: A\n#### Purpose\n#### Limits\n### Component 2: B\n#### Limits\n#### Purpose\n## Endpoints\n## Risks',
      ['misplaced Limits (6)'],
    ],
    [
      'one of them too deep',
      '# P\n## Components\n### Component 1: A\n#### Purpose\n#### Limits\n#### Component 2: B\n##### Purpose\n##### Limits\n## Endpoints\n## Risks',
      ['level 3 for Component 2: B (5)'],
    ],
    ['one of them in another section', '# P\n## Components\n## Endpoints\n## Risks\n### Component 1: A', []],
    [
      'one of them in another section, with its subsections',
      '# P\n## Components\n### Component 1: A\n#### Purpose\n#### Limits\n## Endpoints\n## Risks\n### Component 2: B\n#### Limits\n#### Purpose',
      [],
    ],
    [
      'a subsection that strayed from the only one that lacks it, though another is nearer',
      '# P\n## Components\n### Component 1: A\n#### Purpose\n### Component 2: B\n#### Purpose\n#### Limits\n## Endpoints\n#### Limits\n## Risks',
      ['misplaced Limits (8), from Component 1: A (2)'],
    ],
    [
      'a subsection that strayed from the nearer of two that lack it',
      '# P\n## Components\n### Component 1: A\n#### Purpose\n### Component 2: B\n#### Purpose\n## Endpoints\n#### Limits\n## Risks',
      ['missing Limits under Component 1: A (2)', 'misplaced Limits (7), from Component 2: B (4)'],
    ],
    [
      'two subsections that strayed, each from one that lacks it',
      '# P\n## Components\n### Component 1: A\n#### Purpose\n### Component 2: B\n#### Purpose\n## Endpoints\n#### Limits\n## Risks\n#### Limits',
      ['misplaced Limits (7), from Component 2: B (4)', 'misplaced Limits (9), from Component 1: A (2)'],
    ],
    [
      'a subsection that strayed in front of all of them',
      '# P\n## Endpoints\n#### Limits\n## Components\n### Component 1: A\n#### Purpose\n#### Limits\n### Component 2: B\n#### Purpose\n### Component 3: C\n#### Purpose\n## Risks',
      [
        'missing Limits under Component 3: C (9)',
        'misplaced Endpoints (1)',
        'misplaced Limits (2), from Component 2: B (7)',
      ],
    ],
    [
      'a subsection that none of them lacks: from the nearest before it',
      '# P\n## Components\n### Component 1: A\n#### Purpose\n#### Limits\n### Component 2: B\n#### Purpose\n#### Limits\n## Endpoints\n#### Limits\n## Risks',
      ['misplaced Limits (9), from Component 2: B (5)'],
    ],
    [
      'a subsection that none of them lacks, in front of all: from the first',
      '# P\n## Goals\n#### Limits\n## Components\n### Component 1: A\n#### Purpose\n#### Limits\n### Component 2: B\n#### Purpose\n#### Limits\n## Endpoints\n## Risks',
      ['misplaced Limits (2), from Component 1: A (4)'],
    ],
    [
      'a subsection of none, for there is no such section',
      '# P\n## Components\n## Endpoints\n#### Limits\n## Risks',
      [],
    ],
    [
      'a phase out of place',
      '# P\n## Phase 1\n## Components\n## Endpoints\n## Phase 2\n## Risks',
      ['misplaced Phase 1 (1)'],
    ],
  ];
  test.each(cases)('%s', (_, headings, found) => {
    expect(findings(headings, repeated)).toEqual(found);
  });
});

describe('sections that may have any title', () => {
  const by = schemaOf(
    outlined('# [Name]\n## Endpoints\n### [Method] [Path]\n#### Errors\n## Risks\n## [Topic]\n### Errors'),
  );
  const places = (headings: string) => {
    const { sections } = specOf(outlined(headings), by).model.shape;
    const { slots } = align(sections, by);
    return sections.map(({ title, ordinal }) => `${title}: ${slots[ordinal]?.title ?? '-'}`);
  };
  const WHERE = [
    'P: [Name]',
    'Endpoints: Endpoints',
    'GET /a: [Method] [Path]',
    'Errors: Errors',
    'PUT /a: [Method] [Path]',
    'Notes: -',
    'Risks: Risks',
    'Fire: -',
    'History: [Topic]',
    'Errors: Errors',
  ];
  const HEADINGS =
    '# P\n## Endpoints\n### GET /a\n#### Errors\n### PUT /a\n#### Notes\n## Risks\n### Fire\n## History\n### Errors';

  test('are told by their place', () => {
    expect(places(HEADINGS)).toEqual(WHERE);
  });

  test('whatever the level of the whole', () => {
    expect(places(HEADINGS.replaceAll('## ', '### '))).toEqual(WHERE);
  });

  test('lend their place to what is in them', () => {
    const twice = schemaOf(outlined('# [Name]\n## [Topic]\n### Details\n## Costs\n### Details'));
    const whole = '# P\n## Birds\n### Details\n## Costs\n### Details';
    expect(findings(whole, twice)).toEqual([]);
    const deeper = schemaOf(outlined('# [Name]\n## [Topic]\n### Details\n## Costs\n### Details\n## Risks'));
    expect(findings(`${whole}\n## Risks`.replaceAll('## ', '### '), deeper)).toEqual(['shifted by 1']);
    expect(findings('# P\n## Birds\n## Costs\n### Details', twice)).toEqual([
      'missing Details under Birds (1)',
    ]);
    expect(findings('# P\n## Birds\n### Details\n## Costs', twice)).toEqual([
      'missing Details under Costs (3)',
    ]);
  });

  test('keep what is in them, though a section before them lacks it', () => {
    const twice = schemaOf(outlined('# [Name]\n## Costs\n### Details\n## [Topic]\n### Details\n## Risks'));
    const birds = '# P\n## Costs\n## Birds\n### Details\n## Risks';
    expect(findings(birds, twice)).toEqual(['missing Details under Costs (1)']);
    expect(findings(birds.replaceAll('## ', '### '), twice)).toEqual([
      'shifted by 1',
      'missing Details under Costs (1)',
    ]);
  });

  test('are none at another level', () => {
    expect(places('# P\n## Endpoints\n#### GET /a\n## Risks').slice(2)).toEqual([
      'GET /a: -',
      'Risks: Risks',
    ]);
  });
});

test('of sections that others stand between, none is out of place', () => {
  const by = schemaOf(outlined('# [Name]\n## Goals\n## Notes\n## Design\n## Notes\n## Risks'));
  expect(findings('# P\n## Notes\n## Goals\n## Design\n## Risks\n## Notes', by)).toEqual([]);
});

describe('settings', () => {
  const settled = schemaOf(
    `---\nspecwright:\n  order: free\n  aliases:\n    Goals: [Aims]\n---\n\n${outlined('# [Name]\n## Goals\n## Design\n### Parts\n## Risks')}`,
  );
  test('a free order is no mistake, another parent is', () => {
    expect(findings('# P\n## Risks\n## Design\n### Parts\n## Goals', settled)).toEqual([]);
    expect(findings('# P\n## Risks\n### Parts\n## Design\n## Goals', settled)).toEqual([
      'misplaced Parts (2), from Design (3)',
    ]);
  });
  test('an alias is the section', () => {
    expect(findings('# P\n## Aims\n## Design\n### Parts\n## Risks', settled)).toEqual([]);
  });
  test('an alias beside the section is the author’s own', () => {
    expect(findings('# P\n## Aims\n## Goals\n## Design\n### Parts\n## Risks', settled)).toEqual([]);
  });
});
