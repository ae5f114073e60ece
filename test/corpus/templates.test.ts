import { describe, expect, test } from 'vitest';
import type { Schema, Slot } from '../../server/src/template/schema';
import { BUILTIN_TEMPLATES } from '../../server/src/workspace/builtin-templates';
import { BUILTINS, schemaOf } from '../support/check-text';
import { ABSENT, listShared, readShared } from '../support/shared';

/** The built-in templates in the order of the source templates. */
const IDS = ['system', 'feature', 'agent', 'component', 'service'];
const seeds = listShared('seeds');

if (seeds.length === 0) test.skip(`the templates beside their sources${ABSENT}`);

/** The choices of every column, table by table; a source may show one value where the template lists all. */
function choicesOf({ allSlots }: Schema) {
  return allSlots.flatMap((slot) =>
    slot.content.tables.map(({ columns }) => [slot.title, columns.map(({ choices }) => choices)] as const),
  );
}

/** What of a template is fact and carries over exactly: everything but guidance. */
function factsOf({ title, allSlots, fields, depth }: Schema) {
  return {
    title: title?.title,
    fields: fields.map(({ name, kind, choices }) => ({ name, kind, choices })),
    sections: allSlots.map(sectionOf),
    depth: [...depth].map(([size, slots]) => [size, [...slots].map((slot) => slot.title)]),
  };
}

function sectionOf({ level, title, requirement, repeat, content }: Slot) {
  const { tables, fences, tasks, idPrefixes } = content;
  return {
    heading: `${'#'.repeat(level)} ${title}`,
    requirement,
    repeat,
    tables: tables.map(({ columns }) => columns.map((column) => column.title)),
    fences: fences.map(({ language }) => language),
    tasks: tasks.length,
    idPrefixes,
  };
}

describe.runIf(seeds.length > 0).each(IDS.map((id, index) => [id, index] as const))(
  'the template %s',
  (id, index) => {
    const own = BUILTINS.find((schema) => schema.id === id)!;
    const source = readShared('seeds', seeds[index]!);

    test('has the structure of its source', () => {
      const facts = factsOf(schemaOf(source));
      // The second source writes its metadata as a block under a heading, and names itself in its title.
      const sections = facts.sections.filter(({ heading }) => heading !== '## Metadata');
      const title = /Template$/u.test(facts.title!) ? factsOf(own).title : facts.title;
      expect(factsOf(own)).toEqual({ ...facts, title, sections });
    });

    test('has the choices of its source', () => {
      const choices = choicesOf(own);
      choicesOf(schemaOf(source)).forEach(([title, columns], table) => {
        columns.forEach((listed, column) => {
          if (listed) expect(choices[table]![1][column], `${title}, column ${column}`).toEqual(listed);
        });
      });
    });

    test('says in its own words what each placeholder waits for', () => {
      const { text } = BUILTIN_TEMPLATES.find((template) => template.id === id)!;
      const long = (markdown: string) =>
        new Set(markdown.match(/\[[^\][\n]{40,}\]/gu)?.filter((words) => !/[|/]/u.test(words)));
      const copied = [...long(text)].filter((words) => long(source).has(words));
      expect(copied).toEqual([]);
    });
  },
);
