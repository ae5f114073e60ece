import { expect, test } from 'vitest';
import { disableNextLine } from '../../server/src/rules/engine/disable';
import { applyEdits } from '../../server/src/text/edit';
import { withEol } from '../../server/src/text/line';
import { checkText, only, schemaOf } from '../support/check-text';

const schema = schemaOf(`# [Name]

**Author:** [Name]
**Date:** [YYYY-MM-DD]

## Goals

- [Goal 1]
- [Goal 2]

## Cost

| What | Cost |
|------|------|
| [Item] | [Cost] |
`);

/** Lines that have a problem end in `!`; the mark is no part of the document. */
const CASES: Readonly<Record<string, string>> = {
  'nothing is suppressed without a comment': `
## Goals

- [Goal 1] !
- [Goal 2] !`,
  'the next line': `
## Goals

<!-- specwright-disable-next-line placeholder -->
- [Goal 1]
- [Goal 2] !`,
  'the next line that has something on it': `
## Goals

<!-- specwright-disable-next-line placeholder -->

- [Goal 1]
- [Goal 2] !`,
  'the next line after a comment of several lines, with a reason': `
## Goals

<!-- specwright-disable-next-line placeholder -- the goals
are agreed in June -->
- [Goal 1]
- [Goal 2] !`,
  'the line of the comment': `
## Goals

- [Goal 1] <!-- specwright-disable-line placeholder -->
- [Goal 2] !`,
  'a range': `
<!-- specwright-disable placeholder -->

## Goals

- [Goal 1]

<!-- specwright-enable placeholder -->

## Cost

| What | Cost |
|------|------|
| [Item] ! | 4 |`,
  'a range up to the end': `
## Goals

- [Goal 1] !

<!-- specwright-disable placeholder -->

## Cost

| What | Cost |
|------|------|
| [Item] | [Cost] |`,
  'the file, from wherever the comment stands': `
## Goals

- [Goal 1]

<!-- specwright-disable-file placeholder -- a sample -->`,
  'every rule where none is named': `
## Goals

<!-- specwright-disable-next-line -->
- [Goal 1]
- [Goal 2] !`,
  'every rule in the file': `
<!-- specwright-disable-file -->

## Goals

- [Goal 1]`,
  'several rules, with commas or without': `
## Goals

<!-- specwright-disable-next-line empty-section, placeholder -->
- [Goal 1]
<!-- specwright-disable-next-line empty-section placeholder -->
- [Goal 2]`,
  'another rule is not this one': `
## Goals

<!-- specwright-disable-next-line empty-section -->
- [Goal 1] !`,
  'an unknown rule does nothing': `
<!-- specwright-disable-file no-such-rule -->

## Goals

- [Goal 1] !`,
  'a rule whose name only begins like it does nothing': `
## Goals

<!-- specwright-disable-next-line placeholders -->
- [Goal 1] !`,
  'a misspelt comment does nothing': `
## Goals

<!-- specwright-disable-nextline placeholder -->
- [Goal 1] !`,
  'a reason may name a rule without enabling or disabling it': `
## Goals

<!-- specwright-disable-next-line empty-section -- not placeholder -->
- [Goal 1] !`,
  'one rule of a range is enabled again': `
<!-- specwright-disable placeholder empty-section -->

## Goals

- [Goal 1]

<!-- specwright-enable empty-section -->

- [Goal 2]`,
  'a range of all rules in which one is enabled again': `
<!-- specwright-disable -->

## Goals

- [Goal 1]

<!-- specwright-enable placeholder -->

- [Goal 2] !`,
  'a reason may hold any mark': `
## Goals

<!-- specwright-disable-next-line placeholder -- fewer than a => b -->
- [Goal 1]
- [Goal 2] !`,
  'enable alone ends all ranges': `
<!-- specwright-disable placeholder -->

## Goals

- [Goal 1]

<!-- specwright-enable -->

- [Goal 2] !`,
  'a comment in code is none': `
## Goals

\`\`\`
<!-- specwright-disable-file placeholder -->
\`\`\`

- [Goal 1] !`,
  'a comment in a list item': `
## Goals

- Half the calls

  <!-- specwright-disable-next-line placeholder -->
- [Goal 2]
- [Goal 1] !`,
  'two comments in one block': `
## Goals

<!-- specwright-disable-next-line empty-section --> <!-- specwright-disable-next-line placeholder -->
- [Goal 1]
- [Goal 2] !`,
};

test.each(Object.entries(CASES))('%s', (_, marked) => {
  for (const eol of ['\n', '\r\n']) {
    const source = `# Parcels\n${marked}\n`;
    const document = withEol(source.replace(/ !/gu, ''), eol);
    const expected = source.split('\n').flatMap((line, index) => (line.includes(' !') ? [index + 1] : []));
    const checked = checkText(document, { schema, configuration: only('placeholder') });
    const found = checked.problems.map(({ span }) => checked.document.lines.positionAt(span.start).line + 1);
    expect([...new Set(found)]).toEqual(expected);
  }
});

test('a document rule is suppressed where its problem stands', () => {
  const text = `# Parcels\n\n**Author:** Anna\n\n## Cost\n\nNone.\n`;
  const rules = only('missing-section', 'metadata-missing');
  const rulesOf = (document: string) =>
    checkText(document, { schema, configuration: rules }).problems.map(({ rule }) => rule.id);
  expect(rulesOf(text)).toEqual(['metadata-missing', 'missing-section']);
  expect(
    rulesOf(text.replace('## Cost', '<!-- specwright-disable-next-line missing-section -->\n## Cost')),
  ).toEqual(['metadata-missing']);
  expect(rulesOf(`<!-- specwright-disable-next-line metadata-missing -->\n${text}`)).toEqual([
    'missing-section',
  ]);
});

test('a problem of a document without a title can be disabled where it stands', () => {
  const text = '**Author:** Anna\n\n## Goals\n\n- One\n\n## Cost\n\nNone.\n';
  const check = (document: string) =>
    checkText(document, { schema, configuration: only('metadata-missing') });
  const { document, problems } = check(text);
  expect(problems).toHaveLength(1);
  const { edits } = disableNextLine(document.spec!.model, 'metadata-missing', problems[0]!.span);
  const disabled = applyEdits(text, edits);
  expect(disabled).toBe(`<!-- specwright-disable-next-line metadata-missing -->\n${text}`);
  expect(check(disabled).problems).toEqual([]);
});

test('ranges that lie within others, or touch, suppress what each of them does', () => {
  const text = `# Parcels

**Author:** Anna
**Date:** 2026-01-02

## Goals

<!-- specwright-disable placeholder -->

- [Goal 1] <!-- specwright-disable-line placeholder -->

<!-- specwright-disable placeholder -->

- [Goal 1]

<!-- specwright-enable placeholder -->

- [Goal 2]

<!-- specwright-disable-next-line placeholder -->
- [Goal 1]
- [Goal 1]
`;
  const checked = checkText(text, { schema, configuration: only('placeholder') });
  expect(checked.problems.map(({ span }) => checked.document.lines.positionAt(span.start).line + 1)).toEqual([
    18, 22,
  ]);
});

test('thousands of comments each silence their own line', () => {
  const comment = '<!-- specwright-disable-next-line placeholder -->\n\n[Goal 1]\n\n[Goal 1]\n\n';
  const text = `# Parcels\n\n## Goals\n\n${comment.repeat(2000)}`;
  expect(checkText(text, { schema, configuration: only('placeholder') }).problems).toHaveLength(2000);
});
