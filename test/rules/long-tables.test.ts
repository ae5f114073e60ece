import { expect, test } from 'vitest';
import { fixActions } from '../../server/src/features/actions';
import { applyEdits } from '../../server/src/text/edit';
import { checkText, only, schemaOf } from '../support/check-text';
import { memoryHost } from '../support/host';

const COUNT = 500;
const schema = schemaOf(`# [Name]

## Risks

| Risk | Impact | Mitigation |
|------|--------|------------|
| [What may happen] | [H/M/L] | [What is done] |

## Revision History

| Version | Date | Changes |
|---------|------|---------|
| 1.0 | [Date] | Initial draft |
`);

const rows = (row: (number: number) => string) => Array.from({ length: COUNT }, (_, i) => `${row(i)}\n`);
const day = (number: number) => new Date(Date.UTC(2020, 0, number + 1)).toISOString().slice(0, 10);
const risks = (lines: readonly string[]) =>
  `# Archive\n\n## Risks\n\n${lines.join('')}\n## Revision History\n`;
const history = (lines: readonly string[]) =>
  `# Archive\n\n## Risks\n\n## Revision History\n\n| Version | Date | Changes |\n|--|--|--|\n${lines.join('')}`;

/** The document after the only fix of its only problem. A table of this length is read in slices. */
function fixed(rule: string, text: string): string {
  const { document, problems } = checkText(text, { schema, configuration: only(rule) });
  expect(document.spec!.model.content.tables.length).toBeGreaterThan(2);
  expect(problems).toHaveLength(1);
  const [fix, ...others] = fixActions(document.spec!, problems[0]!, memoryHost());
  expect(others).toEqual([]);
  return applyEdits(text, fix!.edits);
}

test('a column is added to every row of a long table', () => {
  const before = ['| Risk | Mitigation |\n', '|--|--|\n', ...rows((i) => `| Risk ${i} | Copies |`)];
  const after = [
    '| Risk | Impact | Mitigation |\n',
    '|--|--------|--|\n',
    ...rows((i) => `| Risk ${i} | [H/M/L] | Copies |`),
  ];
  expect(fixed('table-missing-column', risks(before))).toBe(risks(after));
});

test('a short row far below the header is filled up', () => {
  const lines = (end: string) => [
    '| Risk | Impact | Mitigation |\n',
    '|--|--|--|\n',
    ...rows((i) => (i === COUNT - 5 ? `| Risk ${i} | H |${end}` : `| Risk ${i} | H | Copies |`)),
  ];
  expect(fixed('table-ragged', risks(lines('')))).toBe(risks(lines(' |')));
});

test('a revision far below the header is sorted in', () => {
  const lines = rows((i) => `| 1.${i} | ${day(i)} | Change ${i} |`);
  const moved = [...lines.slice(1, -1), lines[0]!, lines.at(-1)!];
  expect(fixed('revision-order', history(moved))).toBe(history(lines));
});
