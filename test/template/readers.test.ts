import { describe, expect, test } from 'vitest';
import { foldTitle } from '../../server/src/model/fold';
import { readOwnSettings } from '../../server/src/template/own-settings';
import { compileTitle, titleFits } from '../../server/src/template/title-pattern';
import { blanked, unwrapTemplate } from '../../server/src/template/unwrap';
import { nameMeans } from '../../server/src/template/usage-notes';
import { withEol } from '../../server/src/text/line';
import { schemaOf } from '../support/check-text';

describe('a title of a document fits that of a template', () => {
  test.each([
    ['Component 1: [Name]', 'Component 7: Depot', true],
    ['Component 1: [Name]', 'Component 7', true],
    ['Component 1: [Name]', 'Component: Depot', false],
    ['Component 1: [Name]', 'Components 7: Depot', false],
    ['Component 1: [Name]', 'The Component 7: Depot', false],
    ['[Name] Service', 'Parcel Service', true],
    ['2. [Name] Service', '5. Parcel Service', true],
    ['2. [Name] Service', 'Parcel Service', true],
    ['📦 Component: [Name] {#one}', 'Component: Depot', true],
    ['[Name] Service', 'Service', true],
    ['[Name] Service', 'Parcel Service Plan', false],
    ['[Name] Service', 'Parcelservice', false],
    ['From [A] to [B]', 'From Rome to Oslo', true],
    ['From [A] to [B]', 'From to', true],
    ['From [A] to [B]', 'From Rome', false],
    ['Plan of {{project}}', 'Plan of Parcels', true],
    ['Plan of {project}', 'Plan of Parcels', true],
    ['Plan of <project>', 'Plan of Parcels', true],
    ['Plan of <project>', 'Plan', false],
    ['Role: [Name] of [Team]', 'Role Ann, whatever she does', true],
    ['Costs (a+b) [year]', 'Costs (a+b) 2026', true],
    ['[Name]', 'Parcels', false],
    ['[HTTP Method] [Path]', 'GET /parcels', false],
    ['Goals', 'goals', true],
    ['Goals', 'Goals 2026', false],
  ])('%s: %s', (title, own, expected) => {
    expect(titleFits(compileTitle(title, [], false), foldTitle(own))).toBe(expected);
  });

  test('whatever its number, where the numbers vary', () => {
    const story = compileTitle('Story 1', [], true);
    expect(
      ['Story 2', 'Story 12: Late', 'Story', 'My Story 2'].map((own) => titleFits(story, foldTitle(own))),
    ).toEqual([true, true, false, false]);
    expect(titleFits(compileTitle('Story 1', [], false), foldTitle('Story 2'))).toBe(false);
  });

  test('by its other titles', () => {
    const goals = compileTitle('Goals of [Name]', ['Aims', 'Ziele!', '---'], false);
    expect(['aims', 'ziele', '', 'goals of it'].map((folded) => titleFits(goals, folded))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  test('with a code span that shows a sample, unless the title starts with it', () => {
    const fits = (source: string, own: string) =>
      titleFits(compileTitle(source.replaceAll('`', ''), [], false, source), foldTitle(own));
    expect(fits('Table: `table_name`', 'Table: parcels')).toBe(true);
    expect(fits('`config` keys', 'secret keys')).toBe(false);
    expect(fits('`config` keys', 'config keys')).toBe(true);
  });

  test.each([
    ['[Name]', true],
    ['[HTTP Method] [Path]', true],
    ['1. [Name]', true],
    ['Plan [Name]', false],
    ['[Name] plan', false],
    ['Plan', false],
  ])('%s may be anything: %s', (title, expected) => {
    expect(compileTitle(title, [], false).anyTitle).toBe(expected);
  });

  test.each([
    ['Component 1: [Name]', 'Component 2: [Other name]', true],
    ['Component 1: [Name]', 'Component 2', false],
    ['[HTTP Method] [Path]', '[Name]', true],
    ['Part 1 of [A] [B]', 'Part 20 of [A]', true],
    ['Part 1 of [A]', 'Part 1 in [A]', false],
  ])('%s and %s are one pattern: %s', (one, other, expected) => {
    const keys = [one, other].map((title) => compileTitle(title, [], true).key);
    expect(keys[0] === keys[1]).toBe(expected);
  });
});

test.each([
  ['api', 'api design', true],
  ['system overview', 'overview of the system', true],
  ['overview', 'overviews', false],
  ['api tests', 'api design', false],
  ['', 'api design', false],
])('a note on "%s" means "%s": %s', (name, title, expected) => {
  expect(nameMeans(name, title)).toBe(expected);
});

describe('a template in a fence', () => {
  const template = '# [Name]\n\n## Goals\n';
  test.each([
    ['```markdown\n', '```\n'],
    ['  ~~~~ MD  \n', '~~~~\n'],
    ['# Service\n\nCopy it.\n\n```md\n', '```\n\nThat is all.\n'],
    ['```md\n', ''],
  ])('starts behind %j and ends before %j', (before, behind) => {
    const text = `${before}${template}${behind}`;
    const { text: inside, wrapper } = unwrapTemplate(text);
    expect(inside).toHaveLength(text.length);
    expect(inside.slice(before.length, before.length + template.length)).toBe(template);
    expect(inside.slice(0, before.length).trim()).toBe('');
    expect(text.slice(wrapper!.start, wrapper!.end)).toBe(
      before.trimEnd().split('\n').at(-1)! + (before.match(/ +$/mu)?.[0] ?? ''),
    );
    expect(inside.includes('`') || inside.includes('~')).toBe(false);
  });

  test.each([
    template,
    `\`\`\`js\n${template}\`\`\`\n`,
    `\`\`\`md (a sample)\n${template}\`\`\`\n`,
    `# A\n\n## B\n\n\`\`\`md\n${template}\`\`\`\n`,
    '```md\nNo heading.\n```\n',
    `${template}\n\`\`\`md\n#hashtag\n\`\`\`\n`,
  ])('is none: %j', (text) => {
    expect(unwrapTemplate(text)).toEqual({ text, wrapper: undefined });
  });

  test('what is cut out becomes blanks, line by line', () => {
    const cuts = [
      { start: 0, end: 4 },
      { start: 6, end: 8 },
    ];
    expect(blanked('ab\r\ncdef\ngh', cuts)).toBe('  \r\ncd  \ngh');
    expect(blanked('abc', [])).toBe('abc');
  });
});

describe('the settings of a template', () => {
  /** What is wrong, with what the fault points at. */
  const faultsOf = (yaml: string) =>
    readOwnSettings(yaml).faults.map(({ span }) => yaml.slice(span.start, span.end));
  const own = (lines: string) => `specwright:\n${lines.replace(/^/gmu, '  ')}\n`;

  test.each([
    ['id: a-1.b_c', 'id', 'a-1.b_c'],
    ['id: Ü2', 'id', 'Ü2'],
    ['id: " plan "', 'id', 'plan'],
    ['name: 12', 'name', '12'],
    ['name: 1.10', 'name', '1.10'],
    ['description: >\n  Of\n  two lines.\n', 'description', 'Of two lines.'],
    ['order: free', 'order', 'free'],
    ['order: fixed', 'order', 'fixed'],
    ['version: 1.10', 'version', '1.10'],
    ['minimum: { Goals: 12 }', 'minimum', new Map([['Goals', 12]])],
    ['version: "v2"', 'version', 'v2'],
    ['required: Goals', 'required', ['Goals']],
    ['optional: [Goals, Costs]', 'optional', ['Goals', 'Costs']],
  ] as const)('%s', (line, key, value) => {
    expect(readOwnSettings(own(line))).toMatchObject({ [key]: value, faults: [] });
  });

  test.each([
    'id: "-plan"',
    'id: "a b"',
    'id:',
    'name: " "',
    'description: [a]',
    'order: none',
    'order: [free]',
    'required: [1]',
    'required: { a: b }',
    'required:',
    'aliases: Goals',
    'minimum: 2',
    'since: "1.2"',
    'version: next',
    'version: [1]',
    'colour: red',
    '1: red',
  ])('cannot be: %s', (line) => {
    expect(faultsOf(own(line))).toEqual([line]);
    expect(readOwnSettings(own(line))).toMatchObject({ order: 'fixed', required: [], optional: [] });
  });

  test.each([
    ['aliases:\n  Goals: [1]', 'Goals: [1]'],
    ['minimum:\n  Goals: 1.5', 'Goals: 1.5'],
    ['minimum:\n  Goals:', 'Goals:'],
    ['minimum:\n  Goals: 2 or 3', 'Goals: 2 or 3'],
    ['minimum:\n  Goals: about 3', 'Goals: about 3'],
    ['minimum:\n  Goals: -1', 'Goals: -1'],
    ['minimum:\n  Goals: [1]', 'Goals: [1]'],
    ['since:\n  Goals: [1]', 'Goals: [1]'],
    ['since:\n  Goals:', 'Goals:'],
  ])('cannot hold: %j', (lines, entry) => {
    expect(faultsOf(own(lines))).toEqual([entry]);
  });

  test.each(['', 'author: Bo\n', '- a\n', 'text\n'])('are none in %j', (yaml) => {
    expect(readOwnSettings(yaml)).toMatchObject({ faults: [], span: undefined });
  });

  test('end where the next key starts', () => {
    const yaml = `author: Bo\n${own('id: plan\norder: free')}status: Draft\n`;
    const { start, end } = readOwnSettings(yaml).span!;
    expect(yaml.slice(start, end).trimEnd()).toBe(own('id: plan\norder: free').trimEnd());
  });
});

describe('the text that a new spec starts from', () => {
  test.each([
    ['blank lines around it', '\n\n# [Name]\n\n## Goals\n\n\n', '# [Name]\n\n## Goals\n'],
    ['the author’s front matter', '---\nowner: Bo\n---\n\n# [Name]\n\n## Goals\n', undefined],
    [
      'settings in front of it',
      '---\nspecwright:\n  id: plan\nowner: Bo\n---\n\n# [Name]\n\n## Goals\n',
      '---\nowner: Bo\n---\n\n# [Name]\n\n## Goals\n',
    ],
    [
      'settings behind it',
      '---\nowner: Bo\nspecwright:\n  id: plan\n---\n\n# [Name]\n\n## Goals\n',
      '---\nowner: Bo\n---\n\n# [Name]\n\n## Goals\n',
    ],
    [
      'notes above, behind and between',
      '# Usage Notes\n\na\n\n***\n\n# [Name]\n\n## Goals\n\n---\n\n## How to use this template\n\nb\n\n## Costs\n\n___\n\n## Usage Notes\n\nc\n',
      '# [Name]\n\n## Goals\n\n## Costs\n',
    ],
    [
      'notes within notes',
      '# [Name]\n\n## Goals\n\n# Usage Notes\n\n## Template Instructions\n\na\n\n## More\n\nb\n\n# Costs\n',
      '# [Name]\n\n## Goals\n\n# Costs\n',
    ],
    [
      'a rule that parts no notes off',
      '# [Name]\n\n## Goals\n\n---\n\n## Costs\n\n---\n',
      '# [Name]\n\n## Goals\n\n---\n\n## Costs\n\n---\n',
    ],
  ])('%s', (_, text, expected = text) => {
    expect(schemaOf(text).starter).toBe(expected);
  });
});

describe('an instance that speaks of another', () => {
  const FIRST =
    '# [Name]\n\n## Part 1: [Name]\n\n### Purpose\n\nWhy.\n\n#### In short\n\n### Limits\n\nWhich.\n';
  const CHILDREN = '### Purpose\n\nWhy.\n\n#### In short\n\n### Limits\n\nWhich.';
  const after = (text: string) => `${FIRST}\n${text}\n\n## Costs\n`;

  test.each([
    ['## Part 2: [Name]\n\n[Same structure as Part 1]', `## Part 2: [Name]\n\n${CHILDREN}`],
    ['## Part 2: [Name]\n\n*(identical to part 1)*', `## Part 2: [Name]\n\n${CHILDREN}`],
    ['## Part 2: [Name]\n\nSame as above.\n\n---', `## Part 2: [Name]\n\n${CHILDREN}\n\n---`],
    [
      '## Part 2: [Name]\n\nSame as above.\n\n## Part 3: [Name]\n\nSame as above.',
      `## Part 2: [Name]\n\n${CHILDREN}\n\n## Part 3: [Name]\n\n${CHILDREN}`,
    ],
  ])('%j has its subsections', (text, expected) => {
    for (const eol of ['\n', '\r\n'])
      expect(schemaOf(withEol(after(text), eol)).starter.replaceAll('\r', '')).toBe(after(expected));
  });

  test.each([
    '## Part 2: [Name]\n\nSame as above.\n\n### Other',
    '## Part 2: [Name]\n\nSame as above.\n\nOr nearly.',
    '## Part 2: [Name]\n\nNot the same as above.',
    '## Part 2: [Name]\n\nAs above.',
    '## Piece 2: [Name]\n\nSame as above.',
    '### Part 2: [Name]\n\nSame as above.',
    '## Notes\n\n### Part 2: [Name]\n\nSame as above.',
  ])('%j has none', (text) => {
    expect(schemaOf(after(text)).starter).toBe(after(text));
  });

  test('which comes later has none either', () => {
    const text = `# [Name]\n\n## Part 0: [Name]\n\nSame as below.\n\n${FIRST.slice(10)}\n## Costs\n`;
    expect(schemaOf(text).starter).toBe(text);
  });
});

test.each([
  ['required: [Coasts]', 'Coasts'],
  ['minimum: { Goals: 2 }', 'Goals'],
  ['aliases: { "Co\\x61sts": [Beach] }', 's'],
  ['minimum: { "G\\x6fals": 2 }', 's'],
])('a setting that does nothing is pointed at: %s', (line, expected) => {
  const text = `---\nspecwright:\n  ${line}\n---\n\n# [Name]\n\n## Goals\n\n## Costs\n`;
  const pointedAt = schemaOf(text).faults.map(({ span }) => text.slice(span.start, span.end));
  expect(pointedAt).toEqual([expected]);
});
