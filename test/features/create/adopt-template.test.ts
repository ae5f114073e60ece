import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adoptTemplate, type Adoption } from '../../../server/src/features/create/adopt-template';
import { DocumentModel } from '../../../server/src/model/document-model';
import { SyntaxTree } from '../../../server/src/syntax/tree';
import { applyEdits } from '../../../server/src/text/edit';
import { dominantEol, withEol } from '../../../server/src/text/line';
import type { Schema } from '../../../server/src/template/schema';
import { statedTemplate } from '../../../server/src/template/stated-template';
import { buildSpec } from '../../../server/src/workspace/spec';
import { BUILTINS, checkText, choiceOf, only, problemLine, schemaOf } from '../../support/check-text';
import { corpora, listShared, readShared } from '../../support/shared';
import { TEMPLATES } from '../../support/templates';
import { DOCUMENTS } from '../../support/trials';

const VALUES = { date: '2026-06-15', author: 'Ada Byron', id: 'TS-2026-008' };
const SCHEMAS: readonly Schema[] = [
  ...BUILTINS,
  ...TEMPLATES.filter(({ name }) => /^(?:fixtures|corpus)/u.test(name)).map(({ name, text }) =>
    schemaOf(text, name.replace(/\W+/gu, '-')),
  ),
];
/** What must not be left of the template's structure. */
const STRUCTURAL = new Set(['missing-section', 'missing-subsection', 'metadata-missing', 'repeat-minimum']);

const PATH = 'notes/parcel-tracking.md';
/** How many times as much to try; the law takes a minute then. */
const EFFORT = Number(process.env.SPECWRIGHT_ADOPT_EFFORT ?? 1);

let latest: readonly (readonly [text: string, model: DocumentModel])[] = [];

/** A law looks at the same two texts again and again, and reading them takes most of its time. */
function modelOf(text: string): DocumentModel {
  let model = latest.find(([known]) => known === text)?.[1];
  if (!model) {
    model = new DocumentModel(SyntaxTree.parse(text));
    latest = [[text, model], ...latest.slice(0, 1)];
  }
  return model;
}

function adopt(text: string, schema: Schema, path = PATH, schemas = SCHEMAS): Adoption {
  return adoptTemplate(modelOf(text), schema, choiceOf({ schemas, path }), VALUES);
}

function adopted(text: string, schema: Schema, path?: string, schemas?: readonly Schema[]): string {
  const adoption = adopt(text, schema, path, schemas);
  if (adoption.obstacle) throw new Error(`${adoption.obstacle}: ${JSON.stringify(text.slice(0, 300))}`);
  return applyEdits(text, adoption.edits);
}

/** What a text around which a template was put breaks of all that is promised. */
function broken(text: string, schema: Schema): string[] {
  const about = `${schema.id} around ${JSON.stringify(text.slice(0, 400))}`;
  const adoption = adopt(text, schema);
  if (adoption.obstacle) {
    const isMeant = /^(?:open-end|wrapped|front-matter)$/u.test(adoption.obstacle);
    return isMeant ? [] : [`${adoption.obstacle}: ${about}`];
  }
  const result = applyEdits(text, adoption.edits);
  const found: string[] = [];
  const isNamed = statedTemplate(modelOf(text).shape, SCHEMAS).id !== undefined;
  if (!isNamed && adoption.edits.some(({ span }) => span.start !== span.end)) found.push('text is lost');
  const choice = choiceOf({ schemas: SCHEMAS, path: PATH });
  const id = buildSpec(modelOf(result), choice)?.schema.id;
  if (id !== schema.id) found.push(`it is a spec of ${id}`);
  const checked = checkText(result, { schema, configuration: only(...STRUCTURAL) });
  const left = checked.problems.filter(({ rule }) => STRUCTURAL.has(rule.id));
  found.push(...left.map((problem) => problemLine(checked, problem)));
  const eol = dominantEol(text);
  const strays = (source: string) => source.replaceAll(eol, '').match(/[\r\n]/gu)?.length ?? 0;
  if (strays(result) !== strays(text)) found.push('it has line endings of another kind');
  const again = adopt(result, schema);
  if (again.obstacle || again.edits.length > 0)
    found.push(`a second time: ${again.obstacle ?? JSON.stringify(again.edits)}`);
  return found.map((line) => `${line}: ${about}`);
}

const WILD: readonly string[] = [
  '',
  '\uFEFF',
  '\uFEFF# Notes\n',
  '#\n',
  '# \n\ntext',
  'Just a thought about queues.',
  'First line\nsecond line\n\n- a\n- b',
  '# Title',
  'Title\n=====\n\ntext\n',
  '## Alpha\n\na\n\n## Beta\n\nb\n',
  '## Usage\n\n### A\n\n### B\n',
  'Words first.\n\n## Usage\n\n### A\n\n### B\n',
  '# README\n\n[![ci](https://a/b.svg)](https://a)\n\n## Install\n\n```sh\nnpm i\n```\n\n## Usage\n\nx\n\n## License\n\nMIT\n',
  '<h1 align="center">Tool</h1>\n\nWords.\n\n## Install\n\nx\n',
  '<p align="center">\n  <img src="a.png">\n</p>\n\nWords.\n',
  '---\nlayout: post\ntags: [a, b]\n---\n\nWords.\n',
  '---\nlayout: post\n---',
  '---\ntitle: My post\n---\n\nWords.\n',
  '---\n{a: 1}\n---\n\nWords.\n',
  '---\na: [\n---\n\nWords.\n',
  '---\n\nA rule first.\n',
  'Author: Bob\nDate: 2020-01-01\n\nWords.\n',
  '**Author:** Bob  \n**Date:** 2020-01-01\n\n# Late title\n\nWords\n',
  '# A\n\nx\n\n# B\n\ny\n\n# C\n\nz',
  '# Security\n\nx\n\n# Overview\n\ny\n',
  '- a\n  - b\n\n    c',
  '    code\n\ntext',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'text[^1]\n\n[^1]: note\n\n[a]: https://a.b',
  '```\nopen',
  '<!-- open',
  '```\nclosed\n```',
  '> quote\nlazy',
  'a\n\n***\n',
  '# 計画\n\n## 概要\n\nまだ。\n',
  '<!-- specwright-template feature -->\n\n# Mine\n\nWords.\n',
  '---\nspecwright: feature\n---\n\n# Mine\n',
  '# T\n\n## Securty\n\nx\n\n## Goal\n',
  '# T\n## Testing Strategy\nx\n## Background\ny',
];

/** A long template takes as long as ten short ones, and is tried on fewer texts; all of them together on every one. */
const LONG = SCHEMAS.filter(({ allSlots }) => allSlots.length >= 20);
const SHARE = Math.min(LONG.length, Math.max(1, Math.ceil(6 / EFFORT)));

describe.each(SCHEMAS.map((schema) => [schema.id, schema] as const))('around any text, %s', (_, schema) => {
  const order = LONG.indexOf(schema);
  const isShort = order < 0;

  test('of the rough edges', () => {
    const texts = WILD.filter((__, index) => isShort || index % SHARE === order % SHARE);
    const both = texts.flatMap((text, index) => (index % 4 === 0 ? [text, withEol(text, '\r\n')] : [text]));
    expect(both.flatMap((text) => broken(text, schema))).toEqual([]);
  });

  test('of any pieces of Markdown', () => {
    const piece = fc.constantFrom(...PIECES, ...schema.allSlots.slice(0, 12).map(headingOf));
    const document = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join('\n\n'));
    const check = (text: string, end: string) => {
      expect(broken(text + end, schema)).toEqual([]);
    };
    const numRuns = (isShort ? 12 : 3) * EFFORT;
    fc.assert(fc.property(document, fc.constantFrom('', '\n', '\n\n', '  \n'), check), { numRuns });
  });
});

const PIECES = [
  '# A title',
  '## A heading',
  '### Deeper',
  'Under\n-----',
  'Some words about **this**.',
  '- one\n- two',
  '1. **FR-1**: it must',
  '- [ ] a task',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '```js\ncode()\n```',
  '> quoted',
  '---',
  '**Status:** Draft',
  '**Author:** Bob  \n**Date:** 2024-01-01',
  '<!-- a remark -->',
  '<div>\n\ninside\n\n</div>',
  '[a]: https://b.c',
];

function headingOf({ level, title }: { level: number; title: string }): string {
  return `${'#'.repeat(level)} ${title}`;
}

test('around the examples with what was deleted from them, and in other templates', () => {
  const names = [...DOCUMENTS.keys()];
  const check = (name: string, schema: Schema) => {
    expect(broken(DOCUMENTS.get(name)!, schema)).toEqual([]);
  };
  fc.assert(fc.property(fc.constantFrom(...names), fc.constantFrom(...BUILTINS), check), {
    numRuns: 8 * EFFORT,
  });
}, 120_000);

test.runIf(corpora.length > 0)(
  'around real documents of other kinds',
  () => {
    const files = corpora.flatMap((name) =>
      listShared('corpus', name, 'docs').map((file) => ['corpus', name, 'docs', file]),
    );
    const check = (file: readonly string[], schema: Schema) => {
      expect(broken(readShared(...file), schema)).toEqual([]);
    };
    fc.assert(fc.property(fc.constantFrom(...files), fc.constantFrom(...BUILTINS), check), {
      numRuns: 5 * EFFORT,
    });
  },
  120_000,
);

const SMALL = `# [Name] - Decision

**Status:** [Open | Decided]
**Author:** [Name]
**Date:** [YYYY-MM-DD]

## Question

[What has to be decided.]

## Options

[What could be done.]
`;

test.each([
  [
    'notes without a heading',
    'Parcels get lost.\nEvery day.\n',
    `# Parcel tracking - Decision

**Status:** [Open | Decided]  
**Author:** Ada Byron  
**Date:** 2026-06-15

Parcels get lost.
Every day.

## Question

[What has to be decided.]

## Options

[What could be done.]
`,
  ],
  [
    'a title, a field, a section and one of the author',
    '# Mine\n\n**Status:** Decided\n\n## My thoughts\n\nMany.\n\n## Options\n\nTwo.',
    `# Mine

**Status:** Decided  
**Author:** Ada Byron  
**Date:** 2026-06-15

## My thoughts

Many.

## Question

[What has to be decided.]

## Options

Two.`,
  ],
  [
    'another template that is named',
    '<!-- specwright-template system -->\n\n# Mine - Decision\n',
    `<!-- specwright-template test -->

# Mine - Decision

**Status:** [Open | Decided]  
**Author:** Ada Byron  
**Date:** 2026-06-15

## Question

[What has to be decided.]

## Options

[What could be done.]
`,
  ],
])('around %s', (_, text, expected) => {
  expect(adopted(text, schemaOf(SMALL), undefined, [...BUILTINS, schemaOf(SMALL)])).toBe(expected);
});

test('the first blank that was added is where the author goes on', () => {
  const text = '# Mine\n\n[a]: https://b.c\n';
  const adoption = adopt(text, schemaOf(SMALL));
  if (adoption.obstacle || !adoption.blank) throw new Error('There is no blank.');
  const { start, end } = adoption.blank;
  expect(applyEdits(text, adoption.edits).slice(start, end)).toBe('[Open | Decided]');
});

test.each([
  ['open-end', '# A\n\n```\ncode\n'],
  ['wrapped', `\`\`\`\`markdown\n${SMALL}\`\`\`\`\n`],
  ['front-matter', '---\na: [\n---\n\n# A\n'],
])('is refused: %s', (obstacle, text) => {
  const yaml = SMALL.replace(/\*\*Status[^]*?DD\]\n\n/u, '').replace(
    /^/u,
    '---\nstate: "[Open | Closed]"\n---\n\n',
  );
  expect(adopt(text, schemaOf(obstacle === 'front-matter' ? yaml : SMALL)).obstacle).toBe(obstacle);
});
