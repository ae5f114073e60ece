import { describe, expect, test } from 'vitest';
import { Checker } from '../../server/src/rules/engine/checker';
import { disableInFile, disableNextLine } from '../../server/src/rules/engine/disable';
import { removeComments } from '../../server/src/rules/engine/remove-comments';
import { defineDocumentRule, defineSummaryRule } from '../../server/src/rules/engine/rule';
import unusedSuppression from '../../server/src/rules/unused-suppression';
import { applyEdits } from '../../server/src/text/edit';
import { withEol } from '../../server/src/text/line';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../server/src/workspace/configuration';
import { checkText, only, schemaOf, specOf } from '../support/check-text';
import { memoryHost } from '../support/host';

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

test.each(Object.entries(CASES))('suppressions hold: %s', (_, marked) => {
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

test('suppressions that lie within others, or touch, do what each of them does', () => {
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

describe('suppressions are of use', () => {
  const head = '# Parcels\n\n**Author:** Anna\n**Date:** 2026-01-02\n';
  const goals = `${head}\n## Goals\n\n<!-- specwright-disable-next-line placeholder -->\n- Half the calls\n`;
  const unused = (text: string, rules: Configuration['rules'] = {}) => {
    const { document, problems } = checkText(text, { schema, configuration: { rules } });
    return problems
      .filter(({ rule }) => rule.id === 'unused-suppression')
      .map(({ span }) => document.content.slice(span.start, span.end));
  };

  test('as long as one of its rules is turned off: it is needed when the rule is back', () => {
    expect(unused(goals)).toEqual(['<!-- specwright-disable-next-line placeholder -->']);
    expect(unused(goals, { placeholder: 'off' })).toEqual([]);
    const both = goals.replace('placeholder -->', 'placeholder date-invalid -->');
    expect(unused(both)).toHaveLength(1);
    expect(unused(both, { 'date-invalid': 'off' })).toEqual([]);
  });

  test('as long as the phase turns its rule off', () => {
    const always = defineDocumentRule<undefined>({
      ...{ id: 'always', fix: 'none', docs: { what: '', why: '', remedy: '' } },
      severity: { draft: 'off', review: 'warning', approved: 'error' },
      check: () => undefined,
    });
    const withStatus = schemaOf(
      '# [Name]\n\n**Status:** [Draft | In Review | Approved]\n\n## Goals\n\n[Goals]\n',
    );
    const check = (status: string) =>
      new Checker([always, unusedSuppression], memoryHost())
        .check(
          specOf(
            `# Parcels\n\n**Status:** ${status}\n\n<!-- specwright-disable-file always -->\n\n## Goals\n\nNone.\n`,
            withStatus,
          ),
          DEFAULT_CONFIGURATION,
        )
        .map(({ rule }) => rule.id);
    expect(check('Draft')).toEqual([]);
    expect(check('In Review')).toEqual(['unused-suppression']);
  });

  test('where it silences a summary of what other rules report', () => {
    const summary = defineSummaryRule<undefined>({
      ...{ id: 'summed-up', fix: 'none', docs: { what: '', why: '', remedy: '' } },
      severity: { draft: 'hint', review: 'hint', approved: 'hint' },
      check: (_, report) => report({ at: 'document', message: 'm', data: undefined }),
    });
    const check = (text: string) =>
      new Checker([unusedSuppression, summary], memoryHost())
        .check(specOf(text, schema), DEFAULT_CONFIGURATION)
        .map(({ rule }) => rule.id);
    expect(check(head)).toEqual(['summed-up']);
    expect(check(`<!-- specwright-disable-file summed-up -->\n\n${head}`)).toEqual([]);
  });

  test('but not where it would silence only what is said of itself', () => {
    const nothing = `${head}\n## Goals\n\n- One\n\n## Cost\n\nNone.\n`;
    for (const comment of ['disable-file', 'disable', 'disable-line']) {
      const text = `<!-- specwright-${comment} -->\n\n${nothing}`;
      expect(unused(text), comment).toEqual([`<!-- specwright-${comment} -->`]);
    }
    // One that silences a problem silences this one, too.
    const used = `<!-- specwright-disable-file -->\n\n${goals}\n- [Goal 1]\n`;
    expect(unused(used)).toEqual([]);
  });

  test('among thousands', () => {
    const pair = '<!-- specwright-disable-next-line placeholder -->\n\n';
    const text = `# Parcels\n\n## Goals\n\n${`${pair}[Goal 1]\n\n${pair}None.\n\n`.repeat(1000)}`;
    expect(unused(text)).toHaveLength(1000);
    const open = `${head}\n## Goals\n\n${'<!-- specwright-disable placeholder -->\n\n'.repeat(1000)}None.\n`;
    expect(unused(open)).toHaveLength(1000);
  });
});

/** Comments that are of no use, and the text without them; `undefined` where removing them would change what a reader sees. */
const REMOVALS: Readonly<Record<string, readonly [before: string, after: string | undefined]>> = {
  'on a line of its own': ['A\n\n§\n\nB\n', 'A\n\nB\n'],
  'right above what it is about': ['A\n\n§\n- B\n', 'A\n\n- B\n'],
  'right below something': ['## A\n§\n\nB\n', '## A\n\nB\n'],
  'between two paragraphs without blank lines': ['A\n§\nB\n', 'A\n\nB\n'],
  'between two lists': ['- A\n\n§\n\n- B\n', undefined],
  'that makes a list loose': ['- A\n\n  §\n- B\n', undefined],
  'in a loose list': ['- A\n\n  §\n\n  D\n- B\n', '- A\n\n  D\n- B\n'],
  'at the end of a line': ['- A §\n- B\n', '- A\n- B\n'],
  'before a hard break': ['A §  \nB\n', 'A  \nB\n'],
  'in a line': ['A § B\n', 'A B\n'],
  'at the start of a line, where it makes HTML of it': ['§ *A*\n', undefined],
  'in a cell': ['| A | B |\n|---|---|\n| 1 | 2 § |\n', '| A | B |\n|---|---|\n| 1 | 2 |\n'],
  'in a quotation': ['> A\n>\n> §\n>\n> B\n', '> A\n>\n>\n>\n> B\n'],
  'at the end': ['A\n\n§\n', 'A\n'],
  'at the end, without a line ending': ['A\n\n§', 'A'],
  'beside another comment': ['A\n\n§ <!-- TODO -->\n\nB\n', 'A\n\n<!-- TODO -->\n\nB\n'],
  'of several lines': ['A\n\n¶\n\nB\n', 'A\n\nB\n'],
};

test.each(Object.entries(REMOVALS))('a comment %s can be removed', (_, [before, after]) => {
  const comment = '<!-- specwright-disable-line placeholder -->';
  const long = comment.replace(' -->', ' -- agreed\nin June\n-->');
  for (const eol of ['\n', '\r\n']) {
    const head = '# Parcels\n\n## Plan\n\n';
    const write = (text: string) => withEol(head + text.replace('§', comment).replace('¶', long), eol);
    const { tree } = specOf(write(before), schema).model;
    const start = tree.text.indexOf('<!-- specwright');
    const end = tree.text.indexOf('-->', start) + '-->'.length;
    const edits = removeComments(tree, [{ start, end }]);
    if (after === undefined) expect(edits).toEqual([]);
    else {
      expect(applyEdits(tree.text, edits)).toBe(withEol(head + after, eol));
      expect(edits).toHaveLength(1);
    }
  }
});

test('two comments that part two paragraphs only together are both left', () => {
  const comment = '<!-- specwright-disable placeholder -->\n';
  const text = `# Parcels\n\n## Plan\n\nA\n${comment}${comment}B\n`;
  const { tree } = specOf(text, schema).model;
  const spans = [0, 1].map((index) => {
    const start = text.indexOf('<!--') + index * comment.length;
    return { start, end: start + comment.length - 1 };
  });
  const fixed = applyEdits(text, removeComments(tree, spans));
  expect([text, text.replace(comment + comment, '\n'), text.replace(comment + comment, '\n\n')]).toContain(
    fixed,
  );
});

test('disabling a rule and removing the comment again leaves the text as it was', () => {
  for (const text of [
    '# Parcels\n\n## Goals\n\n- [Goal 1]\n- B\n',
    '# Parcels\n\n## Goals\n\n- B\n- [Goal 1]\n',
    '# Parcels\n\n## Goals\n\n- B\n- [Goal 1]\n\n## Cost\n\nNone.\n',
    '---\nx: 1\n---\n\n# Parcels\n\n## Goals\n\n- B\n- [Goal 1]',
  ]) {
    const { document, problems } = checkText(text, { schema, configuration: only('placeholder') });
    const { model } = document.spec!;
    for (const { edits } of [
      disableNextLine(model, 'placeholder', problems[0]!.span),
      disableInFile(model, 'placeholder'),
    ]) {
      const { tree } = specOf(applyEdits(text, edits), schema).model;
      const spans = Array.from(tree.text.matchAll(/<!--.*?-->/gu), ({ 0: comment, index }) => ({
        start: index,
        end: index + comment.length,
      }));
      expect(applyEdits(tree.text, removeComments(tree, spans))).toBe(text);
    }
  }
});
