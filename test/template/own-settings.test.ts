import { describe, expect, test } from 'vitest';
import { readOwnSettings } from '../../server/src/template/own-settings';
import { schemaOf } from '../support/check-text';

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
    'required: [Goals, 1]',
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

  test('in braces, one of them without a value', () => {
    expect(faultsOf('specwright: { id, name: Plan }\n')).toEqual(['id']);
    expect(faultsOf('{ specwright }\n')).toEqual(['specwright']);
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
