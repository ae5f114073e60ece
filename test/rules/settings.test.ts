import Ajv from 'ajv';
import { parse } from 'jsonc-parser/lib/esm/main.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import { projectSchema, rulesSetting } from '../../server/src/rules/engine/setting-schemas';
import { SETTINGS } from '../../server/src/rules/engine/settings';
import { DEFAULT_CONFIGURATION, readConfiguration } from '../../server/src/workspace/configuration';
import { readProjectFile } from '../../server/src/workspace/project-file';

const root = join(import.meta.dirname, '../..');

interface Manifest {
  contributes: {
    configuration: {
      title: string;
      properties: Record<string, { default: unknown; scope: string; order: number }>;
    }[];
    jsonValidation: { fileMatch: string; url: string }[];
  };
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const { configuration: groups, jsonValidation } = manifest.contributes;
const properties = Object.assign(
  {},
  ...groups.map((group) => group.properties),
) as (typeof groups)[0]['properties'];

// Editors know more keywords than the draft.
const ajv = new Ajv({ strict: false });
const [validation] = jsonValidation;
const schema = JSON.parse(readFileSync(join(root, validation!.url), 'utf8')) as object;
const validate = ajv.compile(schema);
const faultsOf = (text: string) =>
  readProjectFile('file:///w/.specwright.json', text, projectSchema()).faults;

test('the manifest has every setting once, with the default that the code has', () => {
  const names = [...Object.keys(SETTINGS), 'rules'].map((name) => `specwright.${name}`);
  expect(Object.keys(properties).sort()).toEqual(names.sort());
  const section: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(properties)) {
    const path = name.split('.').slice(1);
    const last = path.pop()!;
    const at = path.reduce<Record<string, unknown>>((object, part) => {
      return (object[part] ??= {}) as Record<string, unknown>;
    }, section);
    at[last] = setting.default;
  }
  expect(readConfiguration(section)).toEqual(DEFAULT_CONFIGURATION);
});

test('settings are shown in titled groups, each with a scope and a place', () => {
  expect(groups.map(({ title }) => title)).toEqual(['General', 'Templates', 'Rules', 'Editor', 'Debug']);
  for (const { properties: settings } of groups)
    expect(Object.values(settings).map(({ order }) => order)).toEqual(
      Object.keys(settings).map((_, index) => index + 1),
    );
  for (const { scope } of Object.values(properties)) expect(['resource', 'window']).toContain(scope);
});

test('each default is what its own schema allows', () => {
  for (const [name, setting] of Object.entries({ ...SETTINGS, rules: rulesSetting() }))
    expect(ajv.compile(setting)(setting.default), name).toBe(true);
});

test('every rule can be set to each severity, and its options to their defaults', () => {
  for (const { id, options = {} } of RULES) {
    for (const severity of ['default', 'off', 'hint', 'information', 'warning', 'error'])
      check(JSON.stringify({ rules: { [id]: severity } }), true);
    const values = Object.entries(options).map(([name, option]) => [name, option.default] as const);
    const setting = { severity: 'off', ...Object.fromEntries(values) };
    check(JSON.stringify({ rules: { [id]: setting } }), values.length > 0);
  }
});

describe('the schema that editors have and the server agree', () => {
  test.each<[text: string, isValid: boolean]>([
    ['{}', true],
    ['{ "$schema": "x", "root": false, "enable": true }', true],
    ['{ "ignore": ["a", "!b"], "projectSize": "" }', true],
    ['{ "templates": {} }', true],
    ['{ "templates": { "folder": "x", "associations": { "*": "system" } } }', true],
    ['{ "rules": { "vague-term": { "words": ["x"] } } }', true],
    ['[]', false],
    ['7', false],
    ['null', false],
    ['{ "author": "Ada" }', false],
    ['{ "codeLens": { "enable": true } }', false],
    ['{ "enable": "yes" }', false],
    ['{ "root": 1 }', false],
    ['{ "ignore": [1] }', false],
    ['{ "projectSize": "tiny" }', false],
    ['{ "templates": { "associations": { "*": 1 } } }', false],
    ['{ "templates": "x" }', false],
    ['{ "rules": { "nope": "off" } }', false],
    ['{ "rules": { "vague-term": "info" } }', false],
    ['{ "rules": { "vague-term": { "severity": "loud" } } }', false],
    ['{ "rules": { "vague-term": { "words": "x" } } }', false],
    ['{ "rules": { "vague-term": null } }', false],
  ])('%s: %s', check);
});

test('the examples of the documentation are valid', () => {
  const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
  const examples = [...page.matchAll(/```jsonc\n([^]*?)```/gu)].map((match) => match[1]!);
  const inTree = [...page.matchAll(/\.specwright\.json {2,}(\{.*\})/gu)].map((match) => match[1]!);
  expect([examples.length, inTree.length]).toEqual([1, 2]);
  for (const text of [...examples, ...inTree]) {
    check(text, true);
    expect(faultsOf(text)).toEqual([]);
  }
});

function check(text: string, isValid: boolean): void {
  expect(validate(parse(text)), text).toBe(isValid);
  expect(faultsOf(text).length === 0, text).toBe(isValid);
}
