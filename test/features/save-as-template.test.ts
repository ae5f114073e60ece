import { describe, expect, test } from 'vitest';
import { saveAsTemplate } from '../../server/src/features/save-as-template/save-as-template';
import { DocumentModel } from '../../server/src/model/document-model';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { compileTemplate } from '../../server/src/template/compile';
import type { Schema } from '../../server/src/template/schema';
import { BUILTINS, checkText, problemLine } from '../support/check-text';
import { OWN_DOCUMENTS, REAL_DOCUMENTS } from '../support/fixable';

const NAME = { id: 'ours', name: 'Ours', description: 'As we do it: always.' };
/** What a document must not be told by the template that was made of it. */
const STRUCTURE =
  /^(?:missing-|section-|heading-near-miss|repeat-|metadata-missing|duplicate-section|title-missing)/u;
/** What nobody has filled in. */
const UNFILLED = new Set([
  'placeholder',
  'title-placeholder',
  'empty-section',
  'status-unresolved',
  'boilerplate-left',
  'rollback-missing',
]);

function saved(text: string, schema?: Schema): string {
  const { document } = checkText(text, schema ? { schema } : { schemas: [] });
  return saveAsTemplate(document.spec?.model ?? document.model, document.spec, NAME)!;
}

const compiled = (text: string) => compileTemplate(text, { source: 'memory:/ours.md', fallbackId: 'ours' });
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function structureOf(text: string, schema: Schema): string[] {
  const checked = checkText(text, { schema });
  return checked.problems
    .filter(({ rule }) => STRUCTURE.test(rule.id))
    .map((problem) => problemLine(checked, problem));
}

const DOCUMENTS = [
  ...OWN_DOCUMENTS,
  ...OWN_DOCUMENTS.map(({ name, text }) => ({ name: `${name}, plain`, text, schema: undefined })),
  ...REAL_DOCUMENTS,
];

describe.each(DOCUMENTS.map(({ name, text, schema }) => [name, text, schema] as const))(
  'the template made of %s',
  (_, text, schema) => {
    const template = saved(text, schema);
    const own = compiled(template);

    test('compiles without a fault, under its own name', () => {
      expect(own.faults).toEqual([]);
      expect({ id: own.id, name: own.name, description: own.description }).toEqual(NAME);
    });

    test('matches itself', () => {
      const checked = checkText(own.starter, { schema: own });
      const wrong = checked.problems.filter(({ rule }) => STRUCTURE.test(rule.id) && !UNFILLED.has(rule.id));
      expect(wrong.map((problem) => problemLine(checked, problem))).toEqual([]);
    });

    test('matches the document that it was made of', () => {
      const before = schema
        ? structureOf(text, schema).filter((line) =>
            /title-missing|duplicate-section|section-level/u.test(line),
          )
        : [];
      expect(structureOf(text, own).filter((line) => !before.includes(line))).toEqual([]);
    });
  },
);

/** What a template is made of beside the words of its document. */
const FIXED = new Set(
  wordsOf(`specwright id name description optional order free ours as we do it always describe introduction what this document
    is about and for whom item task requirement title status version date value example first part second flowchart lr field type
    meaning yyyy mm dd x y high medium low yes no h m l required open resolved closed section 1 2`),
);

test.each(
  OWN_DOCUMENTS.filter(({ name }) => name.startsWith('examples/')).map(
    ({ name, text, schema }) => [name, text, schema] as const,
  ),
)('nothing that %s says leaks into its template', (_, text, schema) => {
  const { sections, fields } = new DocumentModel(SyntaxTree.parse(text)).shape;
  const { model } = checkText(text).document;
  const labels = [...text.matchAll(/\*\*([^*\n]+?)(?::\*\*|\*\*\s*:)/gu)].map(([, label]) => label!);
  const allowed = new Set([
    ...FIXED,
    ...wordsOf([schema.starter, ...sections.slice(1).map(({ title }) => title), ...labels].join(' ')),
    ...wordsOf(fields.map(({ name }) => name).join(' ')),
    ...model.content.tables.flatMap(({ fact }) => fact.header.flatMap(wordsOf)),
    ...model.content.fences.flatMap(({ fact }) => fact.language ?? []),
    ...model.content.identifiers.map(({ fact }) => fact.prefix.toLowerCase()),
  ]);
  for (const template of [saved(text, schema), saved(text)])
    expect([...new Set(wordsOf(template).filter((word) => !allowed.has(word)))]).toEqual([]);
});

test('a plain document becomes a template by its form', () => {
  expect(
    saved(`---
layout: page
token: hunter2
---

# Cache of prices

**Owner:** Ada Byron
**Created:** 2024-02-03
**Id:** CP-2024-017

Words about prices.

## Why

It is slow.

> Somebody said so.

![graph](https://secret.example.com/a.png)

## Decisions

| Decision | Day | Risk |
|:---------|----:|:----:|
| Redis | 2024-01-01 | H |
| TTL | 2024-01-02 | L |

---

## Phase 1: Build

- [ ] call Bob

## Phase 2: Ship

- [x] call Eve

## Interfaces

1. **FR-1**: it must
2. **FR-2**: it must not

\`\`\`sql
select secret from keys;
\`\`\`

**Rationale:** because. **Not a label

## [Docs](https://intranet.example.com)
`),
  ).toBe(`---
specwright:
  id: ours
  name: "Ours"
  description: "As we do it: always."
layout: "[Layout]"
token: "[Token]"
---

# [Title]

**Owner:** [Name]  
**Created:** [YYYY-MM-DD]  
**Id:** [CP-YYYY-NNN]

[Introduction: what this document is about, and for whom]

## Why

[Describe: Why]

## Decisions

| Decision | Day | Risk |
| :--- | ---: | :--: |
| [Decision] | [YYYY-MM-DD] | [H / M / L] |

---

## Phase 1: [Name]

- [ ] [Task]

## Interfaces

1. **FR-1**: [Requirement]

\`\`\`sql
-- [Example: Interfaces]
\`\`\`

**Rationale:** [Rationale]

## Docs

[Describe: Docs]
`);
});

test('a document without headings has no form', () => {
  expect(saved('Words.\n')).toBeUndefined();
});

test('what the old template says is optional stays so', () => {
  const system = BUILTINS.find(({ id }) => id === 'system')!;
  const optional = (schema: Schema) =>
    schema.allSlots.filter(({ requirement }) => requirement === 'optional');
  const titles = (schema: Schema) =>
    optional(schema)
      .map(({ title }) => title)
      .sort();
  expect(titles(compiled(saved(system.starter, system)))).toEqual(titles(system));
});
