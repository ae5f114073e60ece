import { expect, test } from 'vitest';
import { outlineOf } from '../../server/src/features/outline';
import { flatten, type OutlineEntry } from '../../server/src/features/outline/entry';
import { insertMissingFields } from '../../server/src/features/outline/metadata';
import { progressOf } from '../../server/src/features/progress';
import type { Schema } from '../../server/src/template/schema';
import { BUILTINS, schemaOf, specOf } from '../support/check-text';
import { OWN_DOCUMENTS } from '../support/fixable';

const schema = schemaOf(`# [Name]

## Goals

[What gets better.]

## Design

### Interfaces

[What others call.]

### Storage

[What is kept where.]

### Caching (optional)

[What is kept.]

## Security

[Who may do what.]

## Links (optional)

[Where else to look.]
`);

/** One line an entry, indented by its nesting: what it is, its state, how many placeholders and open lines below. */
function outline(text: string, by: Schema = schema): string[] {
  const line =
    (depth: number) =>
    (entry: OutlineEntry): string[] => {
      const { kind, title, state, placeholders, openBelow, holdsOnly, slot } = entry;
      const notes = [
        placeholders > 0 ? ` ${placeholders}` : '',
        openBelow > 0 ? `, ${openBelow} below` : '',
        kind === 'section' && !slot ? ' (own)' : '',
        holdsOnly ? ' (holds)' : '',
      ];
      const shown = kind === 'metadata' ? `<${title}>` : title;
      return [
        `${'  '.repeat(depth)}${shown}: ${state}${notes.join('')}`,
        ...entry.children.flatMap(line(depth + 1)),
      ];
    };
  return outlineOf(specOf(text, by)).flatMap(line(0));
}

const progress = (text: string, by: Schema = schema) => {
  const { complete, total } = progressOf(outlineOf(specOf(text, by)));
  return `${complete} of ${total}`;
};

test('a new document waits for answers everywhere', () => {
  expect(outline(schema.starter)).toEqual([
    '[Name]: placeholders 1',
    'Goals: placeholders 1',
    'Design: partial, 3 below (holds)',
    '  Interfaces: placeholders 1',
    '  Storage: placeholders 1',
    '  Caching (optional): placeholders 1',
    'Security: placeholders 1',
    'Links (optional): placeholders 1',
  ]);
  expect(progress(schema.starter)).toBe('0 of 7');
});

test('what is missing stands in its place, what is optional does not', () => {
  const text = '# Parcels\n\n## Design\n\n### Storage\n\nOne table.\n\n## Thanks\n\nTo all.\n';
  expect(outline(text)).toEqual([
    'Parcels: complete',
    'Goals: missing',
    'Design: partial, 1 below (holds)',
    '  Interfaces: missing',
    '  Storage: complete',
    'Security: missing',
    'Thanks: complete (own)',
  ]);
  expect(progress(text)).toBe('3 of 6');
});

test('a missing section brings what is missing below it', () => {
  expect(outline('# Parcels\n')).toEqual([
    'Parcels: complete',
    'Goals: missing',
    'Design: missing, 2 below (holds)',
    '  Interfaces: missing',
    '  Storage: missing',
    'Security: missing',
  ]);
  expect(progress('# Parcels\n')).toBe('1 of 5');
});

test('a section without words of the template asks for those below it alone', () => {
  expect(outline('# Parcels\n\n## Goals\n\nA.\n\n## Design\n\n## Security\n\nB.\n')).toEqual([
    'Parcels: complete',
    'Goals: complete',
    'Design: partial, 2 below (holds)',
    '  Interfaces: missing',
    '  Storage: missing',
    'Security: complete',
  ]);
});

test.each([
  ['nothing', '', 'empty'],
  ['a comment', '<!-- later -->', 'empty'],
  ['a word for later', 'TBD', 'put-off'],
  ['not applicable', 'N/A', 'not-applicable'],
  ['not applicable, with a reason', 'Not applicable: nobody can call it.', 'not-applicable'],
  ['not applicable, without the reason yet', 'Not applicable: [the reason]', 'placeholders 1'],
  ['none', 'None.', 'complete'],
  ['words', 'Only clerks.', 'complete'],
  ['the placeholder and words', 'Only clerks.\n\n[Who may do what.]', 'placeholders 1'],
  ['a bracket of the author', 'Only clerks [of the branch] may.', 'complete'],
  [
    'a placeholder that a comment says is none',
    '<!-- specwright-disable-next-line placeholder -->\n[Who may do what.]',
    'complete',
  ],
])('a section with %s', (_, body, expected) => {
  for (const eol of ['\n', '\r\n']) {
    const text = `# Parcels\n\n## Goals\n\nA.\n\n## Design\n\nB.\n\n### Interfaces\n\nC.\n\n### Storage\n\nD.\n\n## Security\n\n${body}`;
    const lines = outline(text.replaceAll('\n', eol));
    expect(lines.at(-1)).toBe(`Security: ${expected}`);
    expect(lines.filter((line) => line.includes('missing'))).toEqual([]);
  }
});

test('nothing is missing in a section that does not apply', () => {
  const text =
    '# Parcels\n\n## Goals\n\nA.\n\n## Design\n\nNot applicable: it is a leaflet.\n\n## Security\n\nB.\n';
  expect(outline(text)).toEqual([
    'Parcels: complete',
    'Goals: complete',
    'Design: not-applicable',
    'Security: complete',
  ]);
  expect(progress(text)).toBe('4 of 4');
});

test('a ghost stays with the section that misses it, whatever the level of its neighbours', () => {
  expect(
    outline('# Parcels\n\n## Goals\n\nA.\n\n## Design\n\nB.\n\n## Interfaces\n\nC.\n\n## Security\n\nD.\n'),
  ).toEqual([
    'Parcels: complete',
    'Goals: complete',
    'Design: partial, 1 below',
    '  Storage: missing',
    'Interfaces: complete',
    'Security: complete',
  ]);
});

test('sections of the author stand where they are, at whatever level', () => {
  expect(
    outline('Words.\n\n#### Deep\n\nA.\n\n# Parcels\n\n## Goals\n\nB.\n\n### Mine\n\n## Security\n\nC.\n'),
  ).toEqual([
    'Deep: complete (own)',
    'Parcels: partial, 3 below (own) (holds)',
    '  Goals: partial, 1 below',
    '    Mine: empty (own)',
    '  Design: missing, 2 below (holds)',
    '    Interfaces: missing',
    '    Storage: missing',
    '  Security: complete',
  ]);
});

test.each(['', '\n', 'Words.'])('a document without headings lacks everything (%j)', (text) => {
  expect(outline(text).filter((line) => !line.startsWith('  '))).toEqual([
    'Goals: missing',
    'Design: missing, 2 below (holds)',
    'Security: missing',
  ]);
});

const withFields = schemaOf(`# [Name]

**Author:** [Who]  
**Status:** [Draft | Review]  
**Related:** [Links, optional]  

## Goals

[What.]
`);

test.each([
  ['filled in', '**Author:** Anna  \n**Status:** Draft  \n**Related:** none  \n', 'complete'],
  [
    'with open ones',
    '**Author:** [Who]  \n**Status:** [Draft | Review]  \n**Related:** none  \n',
    'placeholders 2',
  ],
  ['with an empty one', '**Author:**   \n**Status:** Draft  \n**Related:** none  \n', 'placeholders 1'],
  ['with one missing', '**Status:** Draft  \n**Related:** none  \n', 'placeholders 1'],
  ['missing', '', 'missing'],
])('the metadata: fields %s', (_, fields, expected) => {
  expect(outline(`# Parcels\n\n${fields}\n## Goals\n\nA.\n`, withFields)).toEqual([
    'Parcels: complete',
    `<>: ${expected}`,
    'Goals: complete',
  ]);
});

test('metadata in front matter', () => {
  const text = (author: string) =>
    `---\nauthor: ${author}\nstatus: Draft\nrelated: none\n---\n\n# Parcels\n\n## Goals\n\nA.\n`;
  expect(outline(text('Anna'), withFields)[1]).toBe('<>: complete');
  expect(outline(text('"[Who]"'), withFields)[1]).toBe('<>: placeholders 1');
});

test('missing metadata is inserted whole', () => {
  const spec = specOf('# Parcels\n\n## Goals\n\nA.\n', withFields);
  expect(insertMissingFields(spec).map(({ newText }) => newText.trim())).toEqual([
    '**Author:** [Who]',
    '**Status:** [Draft | Review]',
  ]);
});

const inSection = schemaOf(`# [Name]

## Document Info

| Field | Value |
|-------|-------|
| Author | [Who] |
| Status | [Draft / Review] |

## Goals

[What.]
`);

test.each([
  [
    'filled in',
    '## Document Info\n\n| Field | Value |\n|--|--|\n| Author | Anna |\n| Status | Draft |\n',
    'complete',
  ],
  [
    'open',
    '## Document Info\n\n| Field | Value |\n|--|--|\n| Author | [Who] |\n| Status | Draft |\n',
    'placeholders 1',
  ],
  ['missing', '', 'missing'],
])('a section of metadata is the metadata: %s', (_, section, expected) => {
  expect(outline(`# Parcels\n\n${section}\n## Goals\n\nA.\n`, inSection)).toEqual([
    'Parcels: complete',
    `<Document Info>: ${expected}`,
    'Goals: complete',
  ]);
});

const repeating = schemaOf(`# [Name]

## Phases

### Phase 1: [Name]

[What.]

### Phase 2: [Name]

[What.]
`);

test('the first of repeated sections is missing, under words it is not', () => {
  expect(outline('# Parcels\n\n## Phases\n', repeating)).toEqual([
    'Parcels: complete',
    'Phases: partial, 1 below (holds)',
    '  Phase 1: [Name]: missing',
  ]);
  expect(outline('# Parcels\n\n## Phases\n\nAll at once.\n', repeating)).toEqual([
    'Parcels: complete',
    'Phases: complete',
  ]);
});

test('keys stay while headings are written, sections filled in and missing ones inserted', () => {
  const keys = (text: string) => flatten(outlineOf(specOf(text, schema))).map(({ key }) => key);
  const text = '# Parcels\n\n## Design\n\n### Storage\n\nOne table.\n\n## Thanks\n';
  const before = keys(text);
  expect(new Set(before).size).toBe(before.length);
  expect(keys(`${text}\nTo all.\n`.replace('# Parcels', '# Letters'))).toEqual(before);
  expect(keys(text.replace('## Design', '## Goals\n\nA.\n\n## Design'))).toEqual(before);
});

test('sections of one title have keys of their own', () => {
  const keys = flatten(outlineOf(specOf('# A\n\n## X\n\n## X\n\n## X\n\n### Y/Z\n', schema))).map(
    ({ key }) => key,
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(BUILTINS.map((each) => [each.id, each] as const))(
  'the template %s has nothing missing',
  (_, by) => {
    const entries = flatten(outlineOf(specOf(by.starter, by)));
    expect(entries.filter(({ state }) => state === 'missing')).toEqual([]);
    expect(entries.filter(({ kind }) => kind === 'metadata')).toHaveLength(by.fields.length > 0 ? 1 : 0);
  },
);

test.each(OWN_DOCUMENTS.map(({ name, text, schema: by }) => [name, text, by] as const))(
  'the outline of %s has each section once',
  (_, text, by) => {
    const spec = specOf(text, by);
    const entries = flatten(outlineOf(spec));
    const sections = entries.flatMap(({ section }) => section ?? []);
    expect([...sections].sort((a, b) => a.ordinal - b.ordinal)).toEqual(spec.model.shape.sections);
    expect(sections).toEqual(spec.model.shape.sections);
  },
);
