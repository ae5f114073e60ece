import { describe, expect, test } from 'vitest';
import { templateSnippet } from '../../server/src/features/snippet';
import { starterFor } from '../../server/src/features/starter';
import { checkText, schemaOf } from '../support/check-text';
import { inserted } from '../support/inserted';
import { TEMPLATES } from '../support/templates';

const values = { date: '2026-06-15', author: 'Anna Nowak' };
const snippetOf = (template: string, known = values) => templateSnippet(schemaOf(template), known);

describe('a snippet', () => {
  test('has tab stops for the title, the metadata and the first placeholders, and ends at its end', () => {
    expect(
      snippetOf(`# [Name]

**Owner:** [Team]
**Status:** [Draft | In Review]

## Goals

- [One]
- [Two]
- [Three]
- [Four]
- [Five]
`),
    ).toBe(`# \${1:[Name]}

**Owner:** \${2:[Team]}
**Status:** \${3|Draft,In Review|}

## Goals

- \${4:[One]}
- \${5:[Two]}
- \${6:[Three]}
- \${7:[Four]}
- [Five]
$0`);
  });

  test('has the date and the author filled in, in the metadata and nowhere else', () => {
    const template = `# Plan

**Author:** [Name]
**Date:** [YYYY-MM-DD]
**Reviewers:** [Names]

## Sign-off

| Author | Date |
|--------|------|
| [Name] | [YYYY-MM-DD] |
`;
    expect(snippetOf(template)).toBe(`# Plan

**Author:** Anna Nowak
**Date:** 2026-06-15
**Reviewers:** \${1:[Names]}

## Sign-off

| Author | Date |
|--------|------|
| \${2:[Name]} | \${3:[YYYY-MM-DD]} |
$0`);
    expect(snippetOf(template, { ...values, author: '' })).toContain('**Author:** ${1:[Name]}');
  });

  test('has the blanks of front matter as tab stops, the date and the author filled in', () => {
    const template = `---
version: "1.0"
author: "[Your Name]"
created: YYYY-MM-DD
status: "[draft | approved]"
model: '[Which]'
---

# [Name]

## Goals

- [One]
`;
    expect(snippetOf(template)).toBe(`---
version: "1.0"
author: "Anna Nowak"
created: 2026-06-15
status: "\${1|draft,approved|}"
model: '\${2:[Which]}'
---

# \${3:[Name]}

## Goals

- \${4:[One]}
$0`);
  });

  test.each([
    ['"[Your Name]"', 'Anna "Ann" Nowak', '"Anna \\\\"Ann\\\\" Nowak"'],
    ["'[Your Name]'", "Anna O'Hara", "'Anna O''Hara'"],
    ['[Your Name]', 'Anna: Nowak', '"Anna: Nowak"'],
    ['[Your Name]', 'Anna Nowak', 'Anna Nowak'],
  ])('writes an author into the YAML value %s', (value, author, written) => {
    const template = `---\nauthor: ${value}\n---\n\n# Plan\n\n## A\n\nb\n`;
    expect(snippetOf(template, { ...values, author })).toContain(`author: ${written}\n`);
  });

  test('escapes what a snippet would read as its own', () => {
    const template =
      '# [Name]\n\n## Costs\n\nA $5 note, ${HOME}, C:\\temp and {braces}.\n\n[At most $10 {a} \\ b]\n';
    const snippet = snippetOf(template);
    expect(snippet).toBe(
      '# ${1:[Name]}\n\n## Costs\n\nA \\$5 note, \\${HOME\\}, C:\\\\temp and {braces\\}.\n\n${2:[At most \\$10 {a\\} \\\\ b]}\n$0',
    );
    expect(inserted(snippet)).toBe(template);
  });

  test('escapes an author’s name', () => {
    expect(snippetOf('# Plan\n\n**Author:** [Name]\n\n## A\n\nb\n', { ...values, author: '$me}' })).toContain(
      '**Author:** \\$me\\}',
    );
  });

  test.each(TEMPLATES)('of $name says what a new file from it says, choices aside', ({ text }) => {
    const schema = schemaOf(text);
    const fresh = starterFor(schema, values).split('\n');
    const lines = inserted(templateSnippet(schema, values)).split('\n');
    expect(lines).toHaveLength(fresh.length);
    const other = fresh.filter((line, index) => line !== lines[index]);
    // A choice gives way to the first of its values.
    for (const line of other) expect(line).toMatch(/[|/]/u);
  });
});

describe('a new file', () => {
  test('has the date and the author', () => {
    const text = starterFor(
      schemaOf(
        '# Plan\n\n| Field | Value |\n|---|---|\n| **Author** | [Name] |\n| Date | [YYYY-MM-DD] |\n\n## A\n\nb\n',
      ),
      values,
    );
    expect(text).toContain('| **Author** | Anna Nowak |\n| Date | 2026-06-15 |');
  });

  test.each(TEMPLATES)('from $name follows its template', ({ text }) => {
    const schema = schemaOf(text);
    expect(checkText(starterFor(schema, values), { schemas: [schema] }).document.spec?.schema).toBe(schema);
  });
});
