import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { blockSnippets } from '../../server/src/features/block-snippets';
import type { Schema, Slot } from '../../server/src/template/schema';
import { BUILTINS, checkText, only, schemaOf } from '../support/check-text';
import { inserted } from '../support/inserted';
import { ROOT } from '../support/shared';
import { TEMPLATES } from '../support/templates';

interface SnippetFile {
  readonly [name: string]: { prefix: string | string[]; body: string[]; description: string };
}

const readJson = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as unknown;
const file = readJson('snippets/blocks.json') as SnippetFile;

test('the file has the repeated blocks of the built-in templates as they are', () => {
  const snippets = blockSnippets(BUILTINS).map(({ name, ...snippet }) => [name, snippet]);
  expect(file).toEqual(Object.fromEntries(snippets));
});

test('VS Code is told of it', () => {
  const manifest = readJson('package.json') as { contributes: { snippets: { path: string }[] } };
  expect(manifest.contributes.snippets.map(({ path: at }) => at)).toContain('./snippets/blocks.json');
});

test('each is found by words', () => {
  for (const { prefix } of Object.values(file))
    for (const one of [prefix].flat()) expect(one).toMatch(/^block(?:-[a-z]+)+$/u);
  const prefixes = Object.values(file).flatMap(({ prefix }) => prefix);
  expect(new Set(prefixes)).toEqual(
    new Set([
      'block-component',
      'block-endpoint',
      'block-data-model',
      'block-algorithm',
      'block-table',
      'block-phase',
      'block-alternative',
      'block-requirement',
      'block-fr',
      'block-entity',
      'block-class',
    ]),
  );
});

test('the tab key goes to the number and to each placeholder, and code stays as it is', () => {
  const [phase] = blockSnippets([
    schemaOf(
      '# [Name]\n\n## Phase 1: [Name]\n\n[What for $5.]\n\n```js\nif (a) {}\n```\n\n## Phase 2: [Name]\n\n[What.]\n',
    ),
  ]);
  expect(phase!.body).toEqual([
    '## Phase ${1:1}: ${2:[Name]}',
    '',
    '${3:[What for \\$5.]}',
    '',
    '```js',
    'if (a) {\\}',
    '```$0',
  ]);
});

test('two templates with the same block have it once', () => {
  const template = '# [Name]\n\n## Phase 1: [Name]\n\n[What.]\n\n## Phase 2: [Name]\n\n[What.]\n';
  expect(blockSnippets([schemaOf(template, 'a'), schemaOf(template, 'b')])).toHaveLength(1);
});

describe('what a snippet inserts is a section of its template', () => {
  for (const { name, text } of TEMPLATES) {
    const schema = schemaOf(text, name);
    const slots = schema.allSlots.filter(({ repeat }) => repeat);
    if (slots.length === 0) continue;
    test(name, () => {
      const bodies = blockSnippets([schema]).map(({ body }) => inserted(body.join('\n')));
      for (const slot of slots) {
        expect(bodies).toContain(slot.text.replace(/\r\n?/gu, '\n'));
        check(schema, slot);
      }
    });
  }
});

/** Among the headings above it, the block is what the template says. */
function check(schema: Schema, slot: Slot): void {
  const above: string[] = [];
  for (let parent = slot.parent; parent; parent = parent.parent)
    above.unshift(`${'#'.repeat(parent.level)} ${parent.title}`);
  const document = ['# Parcels', ...above, slot.text].join('\n\n');
  const checked = checkText(`${document}\n`, {
    schema,
    configuration: only('section-level', 'section-order'),
  });
  const { instances } = checked.document.spec!.alignment;
  expect(instances.get(slot)?.length, slot.title).toBeGreaterThan(0);
  expect(checked.problems).toEqual([]);
}
