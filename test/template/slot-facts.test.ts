import { describe, expect, test } from 'vitest';
import type { Schema, Slot } from '../../server/src/template/schema';
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
  ])('%j holds this much guidance: %s', (body, expected) => {
    for (const text of [
      `## Goals\n\n${body}\n\n## Costs\n`,
      `# [Name]\n\nSay this.\n\n## Goals\n\n${body}\n`,
    ])
      expect(schemaOf(text).slots[0]!.guidance.size).toBe(expected);
  });
});

test('what stands in a section, of all its instances', () => {
  const schema = schemaOf(`# [Name]

## Story 1

FR-1 is no item.

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

## Costs
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
  expect(Object.values(slotOf(schema, 'Costs').content).flat()).toEqual([]);
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
