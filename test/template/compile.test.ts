import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FieldSpec, Schema, Slot } from '../../server/src/template/schema';
import { schemaOf } from '../support/check-text';
import { hasShared, listShared, readShared, ABSENT } from '../support/shared';

/** `## Name`, then a fence with a template, one with what it compiles to, and maybe one with its starter text. */
const EXAMPLE =
  /^## (.+)\n[^]*?^````markdown\n([^]*?)^````\n+````text\n([^]*?)^````\n(?:\n````markdown starter\n([^]*?)^````\n)?/gmu;

const source = readFileSync(path.join(import.meta.dirname, 'conventions.md'), 'utf8');
const examples = [...source.matchAll(EXAMPLE)].map(([, name, template, dump, starter]) => ({
  name: name!,
  template: template!,
  dump: dump!,
  starter,
}));

test('each template in the fixture is an example', () => {
  expect(examples).toHaveLength(source.match(/^````markdown$/gmu)!.length);
});

test.each(examples)('$name', ({ template, dump, starter }) => {
  const schema = schemaOf(template);
  expect(dumpOf(schema, template)).toBe(dump);
  if (starter !== undefined) expect(schema.starter).toBe(starter);
});

/** A schema as a person would write it down; what is as usual is left out. */
function dumpOf(schema: Schema, template: string): string {
  const settings = [
    schema.id === 'test' ? '' : `id: ${schema.id}`,
    schema.name === nameByTitle(schema) ? '' : `name: ${schema.name}`,
    schema.description === '' ? '' : `description: ${schema.description}`,
    schema.orderIsFree ? 'order: free' : '',
    schema.version === undefined ? '' : `version: ${schema.version}`,
  ];
  const lines = [
    ...settings,
    ...schema.fields.map(fieldLine),
    ...(schema.title ? [`title ${schema.title.title}`] : []),
    ...schema.allSlots.map(slotLine),
    ...[...schema.depth].map(
      ([size, slots]) => `${size}: ${[...slots].map(({ title }) => title).join(', ')}`,
    ),
    ...schema.faults.map(({ message, span }) => {
      const line = template.slice(0, span.start).split('\n').length;
      return `fault at \`${template.slice(span.start, span.end)}\` (line ${line}): ${message}`;
    }),
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

/** What a template is called that states no name. */
function nameByTitle({ title, id }: Schema): string {
  return title?.pattern.literal === undefined ? id : title.title;
}

function fieldLine({ name, kind, required, choices }: FieldSpec): string {
  return `field ${name}: ${kind}${choices ? ` of ${choices.join(', ')}` : ''}${required ? '' : ', optional'}`;
}

function slotLine(slot: Slot): string {
  const { level, title, requirement, condition, repeat, minimum, since, pattern, placeholders } = slot;
  const facts = [
    requirement === 'required' ? '' : requirement,
    condition ?? '',
    repeat ? 'repeated' : '',
    minimum === 1 ? '' : `at least ${minimum}`,
    since === undefined ? '' : `since ${since}`,
    pattern.aliases.size > 0 ? `or ${[...pattern.aliases].join(', ')}` : '',
    placeholders.length > 0 ? `${placeholders.length} placeholder${placeholders.length > 1 ? 's' : ''}` : '',
  ].filter((fact) => fact !== '');
  return `${'#'.repeat(level)} ${title}${facts.length > 0 ? ` - ${facts.join('; ')}` : ''}`;
}

if (!hasShared) test.skip(`the built-in templates have the structure of their sources${ABSENT}`);

describe.skipIf(!hasShared)('the built-in templates have the structure of their sources', () => {
  const seeds = listShared('seeds');
  test.each([
    ['system', 0],
    ['service', 4],
  ])('%s', (id, number) => {
    const seed = readShared('seeds', seeds[number]!);
    const own = readFileSync(path.join(import.meta.dirname, '../../templates', `${id}.md`), 'utf8');
    const [mine, theirs] = [own, seed].map((text) => structureOf(schemaOf(text)));
    expect(mine).toEqual(theirs);
  });
});

/** Everything about a template but the sentences of its guidance. */
function structureOf(schema: Schema) {
  const { starter } = schema;
  const outsideCode = starter.replace(/^(`{3,})[^]*?^\1$/gmu, '');
  const tables = [...outsideCode.matchAll(/^\|(.*)\|\n\|[-: |]+\|$/gmu)].map(([, head]) =>
    head!.split('|').map((cell) => cell.trim()),
  );
  return {
    title: schema.title?.title,
    slots: schema.allSlots.map(({ level, title, requirement, condition, repeat }) => ({
      level,
      title,
      requirement,
      condition,
      repeat,
    })),
    fields: schema.fields.map(({ name, kind, required, choices }) => ({ name, kind, required, choices })),
    depth: [...schema.depth].map(([size, slots]) => [size, [...slots].map(({ title }) => title)]),
    tables,
    fences: [...starter.matchAll(/^```(\w*)$/gmu)].map(([, language]) => language),
    labels: [...outsideCode.matchAll(/\*\*([^*[\n]+?):?\*\*/gu)].map(([, label]) => label),
    tasks: [...outsideCode.matchAll(/^\s*- \[ \] (.*)$/gmu)].length,
    choices: [
      ...outsideCode.matchAll(/\[((?:[A-Z]\/)+[A-Z]|[A-Z]+(?:\/[A-Z]+)+|Required\/Optional|Yes\/No)\]/gu),
    ].map(([, choice]) => choice),
  };
}
