import { expect, test } from 'vitest';
import { tableFor, type TableSpec } from '../../server/src/template/table-spec';
import { schemaOf } from '../support/check-text';

const tablesOf = () =>
  schemaOf(
    `# [Name]

## Risks

| Risk | Impact | When | Note |
|------|--------|------|------|
| [What] | [High / Low] | YYYY-MM-DD | [High / Low] |
| [What] | [High / Low] | | |

| Risk | Owner |
|------|-------|
| [What] | [Name] |
`,
  ).slots[0]!.content.tables;

test('a column has choices where each cell lists the same, and dates where one is asked for', () => {
  const facts = tablesOf()[0]!.columns.map(({ title, choices, isDate, samples }) => [
    title,
    choices,
    isDate,
    samples,
  ]);
  expect(facts).toEqual([
    ['Risk', undefined, false, ['[What]', '[What]']],
    ['Impact', ['High', 'Low'], false, ['[High / Low]', '[High / Low]']],
    ['When', undefined, true, ['YYYY-MM-DD', '']],
    ['Note', undefined, false, ['[High / Low]', '']],
  ]);
});

test.each([
  ['risk impact when note', 0],
  ['risk when', 0],
  ['risk owner', 1],
  ['risk owner impact when note', 0],
  ['risk', 1],
  ['impact risk when note', undefined],
  ['owner', undefined],
])('the table that %s answers', (columns, expected) => {
  const tables = tablesOf();
  const found: TableSpec | undefined = tableFor(tables, columns.split(' '));
  expect(found && tables.indexOf(found)).toBe(expected);
});
