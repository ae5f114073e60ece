import { describe, expect, test } from 'vitest';
import type { Schema, Slot } from '../../server/src/template/schema';
import { titleFits } from '../../server/src/template/title-pattern';
import { withEol } from '../../server/src/text/line';
import { schemaOf } from '../support/check-text';

const slotOf = ({ allSlots }: Schema, title: string): Slot => allSlots.find((slot) => slot.title === title)!;

const PLAN = `# [Name]

Copy [this].

## Goals

[What gets better.]

<!-- of Design -->
## Design

How.

### Parts

Which.

---

<!-- of Costs -->
## Costs

What it takes.

### Usage Notes

Be brief.

---

## Template Usage Notes

Copy it.
`;

describe('the text of a section', () => {
  test.each([
    ['Goals', '## Goals\n\n[What gets better.]', '[What gets better.]'],
    ['Design', '## Design\n\nHow.\n\n### Parts\n\nWhich.', 'How.'],
    ['Parts', '### Parts\n\nWhich.', 'Which.'],
    ['Costs', '## Costs\n\nWhat it takes.', 'What it takes.'],
  ])('%s', (title, text, body) => {
    for (const eol of ['\n', '\r\n']) {
      const slot = slotOf(schemaOf(withEol(PLAN, eol)), title);
      expect([slot.text, slot.body]).toEqual([withEol(text, eol), withEol(body, eol)]);
    }
  });

  test('of the title is the title', () => {
    const { title, preamblePlaceholders } = schemaOf(PLAN);
    expect([title!.text, title!.repeat, title!.children]).toEqual(['[Name]', false, []]);
    expect(title!.placeholders.map(({ text }) => text)).toEqual(['Name', 'this']);
    expect(preamblePlaceholders).toEqual([]);
  });

  test('before the first section is of none', () => {
    const { preamblePlaceholders, slots } = schemaOf('Of [whom]?\n\n## Goals\n\n[What.]\n\n## Costs\n');
    expect(preamblePlaceholders.map(({ text }) => text)).toEqual(['whom']);
    expect(slots[0]!.placeholders.map(({ text }) => text)).toEqual(['What.']);
  });
});

test('the slots of a template are numbered and nested', () => {
  const schema = schemaOf('# [Name]\n\n## Goals\n\n## Design\n\n### Parts\n\n#### Bolts\n\n## Costs\n');
  const facts = schema.allSlots.map(({ order, title, parent, children }) => [
    order,
    title,
    parent?.title,
    children.map((child) => child.title),
  ]);
  expect(facts).toEqual([
    [0, 'Goals', undefined, []],
    [1, 'Design', undefined, ['Parts']],
    [2, 'Parts', 'Design', ['Bolts']],
    [3, 'Bolts', 'Parts', []],
    [4, 'Costs', undefined, []],
  ]);
  expect(schema.slots.map(({ title }) => title)).toEqual(['Goals', 'Design', 'Costs']);
});

test.each([
  ['## Phase 1\n\n## Phase 2\n\n## Phase 3\n\n## Costs\n', false],
  ['## Goals\n\n## Phase 1\n\n## Phase 2\n', false],
  ['## Phase 1\n\n### Part\n\n## Phase 2\n', false],
  ['## Phase 1\n\n## Costs\n\n## Phase 2\n', true],
  ['## Phase 1\n\n## Phase 2\n\n## Costs\n\n## Phase 3\n', true],
  ['## Phase 1\n\n## Usage Notes\n\n## Phase 2\n', false],
])('whether others stand between the instances: %j', (text, expected) => {
  expect(slotOf(schemaOf(`# [Name]\n\n${text}`), 'Phase 1').scattered).toBe(expected);
});

describe('a block of a template', () => {
  test.each([
    ['Say what gets better.', 1],
    ['> Say what gets better.', 1],
    ['- Say what gets better.\n- And what does not.', 1],
    ['Say it.\n\nSay more.\n\n- a list', 3],
    ['**Owner:** the team', 0],
    ['- [ ] Say what gets better.', 0],
    ['- [x] Done', 0],
    ['- plain\n- [ ] to do', 0],
    ['| A |\n|---|\n| b |', 0],
    ['```\ncode\n```', 0],
    ['[What gets better.]', 0],
    ['Say [what] gets better.', 0],
    ['Say it. <!-- why -->', 1],
    ['Say it.\n- [Which]', 1],
    ['> Say [which].\n- one, two', 1],
    ['Say it.\n**Owner:** the team', 0],
  ])('%j holds this much guidance: %s', (body, expected) => {
    for (const text of [
      `## Goals\n\n${body}\n\n## Costs\n`,
      `# [Name]\n\nSay this.\n\n## Goals\n\n${body}\n`,
    ])
      expect(schemaOf(text).slots[0]!.guidance.size).toBe(expected);
  });
});

describe('a section is optional', () => {
  test.each([
    [
      'by the line in front of the next',
      '## Goals\n\nWhich?\nThis section is optional.\n## Costs\n',
      ['Goals'],
    ],
    ['by the comment on it', '## Goals\n<!-- This section is optional. --> \n  ## Costs\n', ['Costs']],
    ['by the comment in it', '## Goals\n<!-- This section is optional. -->\nWhich?\n## Costs\n', ['Goals']],
    ['not by a label', '## Goals\n\nSay which.\n**Queue:** Optional.\n\n## Costs\n', []],
    ['not by a table', '## Goals\n\n| A |\n|---|\n| <!-- Optional. --> |\n\n## Costs\n', []],
  ])('%s', (_, text, expected) => {
    const { slots } = schemaOf(`# [Name]\n\n${text}`);
    expect(slots.filter(({ requirement }) => requirement === 'optional').map(({ title }) => title)).toEqual(
      expected,
    );
  });
});

describe('sections that may come again', () => {
  test.each([
    ['## Story 1\n\n## Story 2\n', 'story 7', true],
    ['## Story 1\n\n## Story 2\n\n## Story 2\n', 'story 7', true],
    ['## Story 1\n', 'story 7', false],
    ['## Table: `one`\n\n## Table: `two`\n', 'table parcels', true],
    ['## Table: one\n\n## Table: two\n', 'table parcels', false],
  ])('%j: %s is one of them: %s', (text, folded, expected) => {
    const [slot] = schemaOf(`# [Name]\n\n${text}\n## Costs\n`).slots;
    expect(titleFits(slot!.pattern, folded)).toBe(expected);
  });

  test('are those with one title', () => {
    const { slots } = schemaOf('# [Name]\n\n## Notes\n\n## Notes\n\n## Costs\n');
    expect(slots.map(({ title, repeat }) => [title, repeat])).toEqual([
      ['Notes', true],
      ['Costs', false],
    ]);
  });

  test('have a minimum, whichever of them names it', () => {
    const { slots } = schemaOf(
      '---\nspecwright:\n  minimum: { Story 2: 3 }\n---\n\n# [Name]\n\n## Story 1\n\n## Story 2\n',
    );
    expect(slots.map(({ minimum }) => minimum)).toEqual([3]);
  });
});

test('what stands in a section, of all its instances', () => {
  const schema = schemaOf(`# [Name]

## Story 1

As in XY-9.

- FR-1: \`a_b\`
- FR-2: \`c\`

\`\`\`JSON
{}
\`\`\`

- [ ] Written
- [x] Read

## Story 2

- NFR-1: more
- FR-3: \`d\`

| A | B |
|---|---|
| b |

\`\`\`
plain
\`\`\`

## Costs of \`b\`
`);
  const { tables, fences, tasks, codes, idPrefixes } = slotOf(schema, 'Story 1').content;
  expect(tables.map(({ columns }) => columns.map(({ title, samples }) => [title, samples]))).toEqual([
    [
      ['A', ['b']],
      ['B', ['']],
    ],
  ]);
  expect(fences).toEqual([
    { language: 'json', code: '{}' },
    { language: undefined, code: 'plain' },
  ]);
  expect(tasks).toEqual(['Written', 'Read']);
  expect(codes).toEqual(['a_b', 'c', 'd']);
  expect(idPrefixes).toEqual(['FR', 'NFR']);
  expect(Object.values(slotOf(schema, 'Costs of b').content).flat()).toEqual([]);
});

test('a field is of a section, or stands above all of them', () => {
  const facts = (text: string) =>
    schemaOf(text).fields.map(({ name, source, inSection }) => [name, source, inSection]);
  const above = '# [Name]\n\n**Owner:** [Name]\n**Size:** S / M\n\n## Goals\n';
  const inside = '# [Name]\n\n## Info\n\n**Owner:** [Name]\n\n## Goals\n';
  expect(facts(above)).toEqual([
    ['Owner', '**Owner:** [Name]', false],
    ['Size', '**Size:** S / M', false],
  ]);
  expect(facts(inside)).toEqual([['Owner', '**Owner:** [Name]', true]]);
  expect(facts('**Owner:** [Name]\n')).toEqual([['Owner', '**Owner:** [Name]', false]]);
});
