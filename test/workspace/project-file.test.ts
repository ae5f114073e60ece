import { describe, expect, test } from 'vitest';
import { projectSchema } from '../../server/src/rules/engine/setting-schemas';
import { DEFAULT_CONFIGURATION } from '../../server/src/workspace/configuration';
import { readProjectFile, unknownTemplates, withFile } from '../../server/src/workspace/project-file';

const read = (text: string) => readProjectFile('file:///w/.specwright.json', text, projectSchema());
/** `kind |marked text| message` for each fault. */
const faultsOf = (text: string) => {
  const { faults, text: seen } = read(text);
  return faults.map(({ kind, message, span }) => `${kind} |${seen.slice(span.start, span.end)}| ${message}`);
};

test('all there is to set is read, with comments, trailing commas and a byte order mark', () => {
  const { settings, isRoot, faults } = read(`\uFEFF// ours
{
  "$schema": "./x.json",
  "root": true, /* up to here */
  "enable": true,
  "ignore": ["archive", "!archive/a.md"],
  "templates": { "folder": "forms", "associations": { "docs/**": "system", }, },
  "projectSize": "small",
  "rules": {
    "placeholder": "off",
    "missing-section": "information",
    "todo-marker": { "severity": "warning", "markers": ["OFFEN"] },
  },
}
`);
  expect(faults).toEqual([]);
  expect(isRoot).toBe(true);
  expect(settings).toEqual({
    enable: true,
    ignore: ['archive', '!archive/a.md'],
    templatesFolder: 'forms',
    associations: { 'docs/**': 'system' },
    projectSize: 'small',
    rules: {
      placeholder: 'off',
      'missing-section': 'info',
      'todo-marker': { severity: 'warning', markers: ['OFFEN'] },
    },
  });
});

test.each(['', '  \n', '// nothing yet\n', '{}', '\uFEFF{}'])('%j sets nothing, and is no fault', (text) => {
  expect(read(text)).toMatchObject({ settings: {}, isRoot: false, faults: [] });
});

test('what keys of JavaScript objects are called is no setting', () => {
  expect(faultsOf('{ "constructor": 1, "__proto__": { "enable": false } }')).toHaveLength(2);
  expect(read('{ "__proto__": { "enable": false } }').settings).toEqual({});
});

describe('a fault is marked and told, and all else counts', () => {
  test.each<[text: string, faults: string[]]>([
    ['{ "rule": {} }', ['shape |"rule"| There is no setting "rule" here. Did you mean "rules"?']],
    [
      '{ "colour": 1 }',
      [
        'shape |"colour"| There is no setting "colour" here. There are: $schema, root, enable, ignore, templates, projectSize, rules.',
      ],
    ],
    [
      '{ "specwright.templates.folder": "x" }',
      [
        'shape |"specwright.templates.folder"| Settings of this file have no dots. Write "templates": { "folder": … }.',
      ],
    ],
    [
      '{ "specwright.rules": {} }',
      ['shape |"specwright.rules"| Settings of this file have no dots. Write "rules": ….'],
    ],
    [
      '{ "templates": { "folders": "x" } }',
      ['shape |"folders"| There is no setting "folders" here. Did you mean "folder"?'],
    ],
    [
      '{ "rules": { "vague-terms": "off" } }',
      ['shape |"vague-terms"| There is no rule "vague-terms". Did you mean "vague-term"?'],
    ],
    ['{ "rules": { "no-such": "off" } }', ['shape |"no-such"| There is no rule "no-such".']],
    [
      '{ "rules": { "vague-term": "warn" } }',
      ['shape |"warn"| This must be one of: "default", "off", "hint", "information", "warning", "error".'],
    ],
    [
      '{ "rules": { "vague-term": "warnings" } }',
      ['shape |"warnings"| "warnings" is none of the values. Did you mean "warning"?'],
    ],
    [
      '{ "rules": { "vague-term": 2 } }',
      ['shape |2| This must be one of: "default", "off", "hint", "information", "warning", "error".'],
    ],
    [
      '{ "rules": { "placeholder": { "severity": "off" } } }',
      [
        'shape |{ "severity": "off" }| This must be one of: "default", "off", "hint", "information", "warning", "error".',
      ],
    ],
    [
      '{ "rules": { "todo-marker": { "marker": [] } } }',
      ['shape |"marker"| There is no setting "marker" here. Did you mean "markers"?'],
    ],
    ['{ "rules": { "todo-marker": { "markers": "X" } } }', ['shape |"X"| "markers" must be a list: [ … ].']],
    [
      '{ "rules": { "todo-marker": { "markers": ["X", 1] } } }',
      ['shape |1| This must be a text in double quotes.'],
    ],
    ['{ "rules": "off" }', ['shape |"off"| "rules" must be an object: { … }.']],
    ['{ "enable": "yes" }', ['shape |"yes"| "enable" must be true or false.']],
    ['{ "projectSize": "tiny" }', ['shape |"tiny"| This must be one of: "", "small", "medium", "large".']],
    ['{ "ignore": "archive" }', ['shape |"archive"| "ignore" must be a list: [ … ].']],
    ['{ "templates": { "folder": null } }', ['shape |null| This must be a text in double quotes.']],
    ['[]', ['shape |[]| The file must hold one object: { … }.']],
    [
      '{ "ignore": ["../other"] }',
      [
        'meaning |"../other"| "../other" leads out of the folder of this file, and matches nothing. Patterns are relative to that folder.',
      ],
    ],
    [
      '{ "templates": { "associations": { "docs/{a,b": "system" } } }',
      [
        'meaning |"docs/{a,b"| A bracket in "docs/{a,b" is not closed, so that it matches nothing that was meant. Close it, or escape it with a backslash.',
      ],
    ],
  ])('%s', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
    const more = text.replace(/^\{/u, '{ "root": true,');
    expect(read(more).isRoot).toBe(text !== '[]');
  });

  test('text that is no JSON counts as far as it can be read', () => {
    const { settings, faults } = read('{ "enable": false "rules": { "placeholder": "off" } ');
    expect(settings).toEqual({ enable: false, rules: { placeholder: 'off' } });
    expect(faults.map(({ kind }) => kind)).toEqual(['syntax']);
    for (const text of ['{', '}', '{ "rules": { "x', '{ "rules": ', '\0', '{]', 'enable: false', '"'])
      expect(
        read(text).faults.map(({ kind }) => kind),
        text,
      ).toContain('syntax');
  });

  test('a template that there is not is told with those that there are', () => {
    const file = read('{ "templates": { "associations": { "a/**": "system", "b/**": "sytsem" } } }');
    expect(unknownTemplates(file, ['system', 'feature'])).toEqual([
      {
        kind: 'meaning',
        message: 'There is no template "sytsem". Name one of: system, feature.',
        span: { start: 61, end: 69 },
      },
    ]);
  });
});

describe('a file over what holds without it', () => {
  const base = {
    ...DEFAULT_CONFIGURATION,
    author: 'Ada',
    ignore: ['old'],
    associations: { '**/*.md': 'feature' },
    projectSize: 'large' as const,
    rules: { placeholder: 'off' as const, 'todo-marker': { severity: 'hint' as const, markers: ['X'] } },
  };
  const over = (text: string, folder = 'docs') => withFile(base, read(text), folder);

  test('an empty one changes nothing', () => {
    expect(over('{}')).toEqual(base);
  });

  test('paths and patterns are relative to its folder', () => {
    expect(
      over('{ "ignore": ["a"], "templates": { "folder": "forms", "associations": { "b/*": "agent" } } }'),
    ).toEqual({
      ...base,
      ignore: ['old', 'docs/a'],
      templatesFolder: 'docs/forms',
      associations: { 'docs/b/*': 'agent', '**/*.md': 'feature' },
    });
  });

  test('its associations are tried first', () => {
    const { associations } = over('{ "templates": { "associations": { "**/*.md": "agent" } } }', '');
    expect(Object.entries(associations)).toEqual([['**/*.md', 'agent']]);
    const { associations: near } = over('{ "templates": { "associations": { "*.md": "agent" } } }');
    expect(Object.keys(near)).toEqual(['docs/*.md', '**/*.md']);
  });

  test('of a rule, the severity and each option count by themselves', () => {
    expect(over('{ "rules": { "todo-marker": "error", "date-invalid": "hint" } }').rules).toEqual({
      placeholder: 'off',
      'todo-marker': { severity: 'error', markers: ['X'] },
      'date-invalid': 'hint',
    });
    expect(over('{ "rules": { "todo-marker": { "markers": ["Y"] } } }').rules['todo-marker']).toEqual({
      severity: 'hint',
      markers: ['Y'],
    });
    expect(over('{ "rules": { "placeholder": "default" } }').rules.placeholder).toBe('default');
  });

  test('an empty size undoes the one above', () => {
    expect(over('{ "projectSize": "" }').projectSize).toBeUndefined();
    expect(over('{ "projectSize": "small" }').projectSize).toBe('small');
  });
});
