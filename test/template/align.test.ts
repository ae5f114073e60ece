import { describe, expect, test } from 'vitest';
import { align } from '../../server/src/template/align';
import { withEol } from '../../server/src/text/line';
import { schemaOf, specOf } from '../support/check-text';
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

/** All that the alignment found, one line each. */
function findings(headings: string, by = schema): string[] {
  const text = outlined(headings);
  const [lf, crlf] = [text, withEol(text, '\r\n')].map((source) => {
    const { shape } = specOf(source, by).model;
    const { shift, missing, misplaced, parents, wrongLevels, nearMisses } = align(shape.sections, by);
    const at = ({ title, ordinal }: { title: string; ordinal: number }) => `${title} (${ordinal})`;
    return [
      ...(shift === 0 ? [] : [`shifted by ${shift}`]),
      ...missing.map(({ slot, under }) => `missing ${slot.title}${under ? ` under ${at(under)}` : ''}`),
      ...misplaced.map(({ section, under }) => {
        const isElsewhere = under !== parents[section.ordinal];
        return `misplaced ${at(section)}${isElsewhere ? `, from ${at(under!)}` : ''}`;
      }),
      ...wrongLevels.map(({ section, expected }) => `level ${expected} for ${at(section)}`),
      ...nearMisses.map(({ section, slot }) => `${at(section)} for ${slot.title}`),
    ];
  });
  expect(crlf).toEqual(lf);
  return lf!;
}

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
    expect(findings(headings)).toEqual(found);
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

describe('the title of a document', () => {
  const untitled = schemaOf(outlined('# Alpha\n# Beta\n# Gamma'));
  const titleOf = (headings: string, by = schema) => {
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
