import { describe, expect, test } from 'vitest';
import { questionColumns } from '../../server/src/rules/engine/open-question';
import { dueDatesOf, isAnswered, isOpenQuestionItem } from '../../server/src/rules/engine/question-item';
import type { ItemFact } from '../../server/src/model/list-item';
import type { Configuration } from '../../server/src/workspace/configuration';
import { checkText, only, schemaOf } from '../support/check-text';

const schema = schemaOf(`# [Name]

**Version:** [X.Y]
**Status:** [Draft | In Review | Approved | Implemented]

## Goals

- [ ] [Goal]

## Implementation Plan

- [ ] [Task]

## Security Checklist

[What was checked.]

## Open Questions

| Question | Owner | Status |
|----------|-------|--------|
| [Question 1] | [Name] | Open/Resolved |
`);

describe('open-points', () => {
  /** The lines to which the one problem leads. */
  const linesIn = (status: string, body: string) => {
    const text = `# Waitlist\n\n**Version:** 1.0\n**Status:** ${status}\n\n${body}`;
    const { document, problems } = checkText(text, { schema, configuration: only('status-gate') });
    return problems.flatMap(({ related }) =>
      related.map(({ span }) => document.content.slice(span.start, span.end).split('\n')[0]),
    );
  };

  test.each<[name: string, status: string, body: string, points: readonly string[]]>([
    [
      'rows of a table',
      'Approved',
      '## Open Questions\n\n| Question | Owner | Status |\n|--|--|--|\n| Who pays? | Ewa | Open |\n| Who asks? | Ewa | Resolved |\n| How? | Ewa | Open / Resolved |\n| [Question 1] | Ewa | Open |\n| Why? |\n',
      ['| Who pays? | Ewa | Open |'],
    ],
    [
      'a table without a state',
      'Approved',
      '## Open Questions\n\n| Question | Owner |\n|--|--|\n| Open ends? | Ewa |\n',
      [],
    ],
    [
      'a table of another section',
      'Approved',
      '## Goals\n\n| Goal | Status |\n|--|--|\n| Half the calls | Open |\n\n- Who pays?\n',
      [],
    ],
    [
      'items, with boxes and without',
      'Approved',
      '## Open Questions\n\n- Who pays?\n- It is paid.\n- [ ] Who asks?\n- [ ] Who answers? Answer: Ewa\n- [x] Who waits?\n- [ ] ~~Who leaves?~~\n- [Question]\n',
      ['Who pays?', 'Who asks?'],
    ],
    [
      'boxes that are to be ticked before the approval',
      'Approved',
      '## Goals\n\n- [ ] Half the calls\n- [x] No letters\n- [ ] [Goal]\n- [ ] {{Goal}}\n\n## Implementation Plan\n\n- [ ] The table\n\n## Security Checklist\n\n- [ ] Secrets are kept apart\n',
      ['Half the calls', 'Secrets are kept apart'],
    ],
    [
      'boxes of work that is said to be done',
      'Implemented',
      '## Implementation Plan\n\n- [ ] The table\n- [x] The worker\n',
      ['The table'],
    ],
    ['a draft', 'Draft', '## Goals\n\n- [ ] Half the calls\n', []],
  ])('in %s', (_, status, body, points) => {
    const found = linesIn(status, body).map((line) => line?.replace(/^- (?:\[ \] )?/u, ''));
    expect(found).toEqual(points);
  });
});

const item = (whole: string, more: Partial<ItemFact> = {}) =>
  ({
    whole,
    text: whole,
    depth: 1,
    hasMore: false,
    isStruck: false,
    checked: undefined,
    ...more,
  }) as ItemFact;

describe('question-item', () => {
  test.each<[whole: string, open: boolean, more?: Partial<ItemFact>]>([
    ['Who pays?', true],
    ['Who pays? (Ewa)', true],
    ['Who pays? (Ewa).', true],
    ['Who pays', false],
    ['Who pays? The bank.', false],
    ['? Who pays', false],
    ['Who pays is open until 2026-12-01', true],
    ['Who pays?', false, { depth: 2 }],
    ['Who pays?', false, { checked: false }],
    ['Who pays?', false, { hasMore: true }],
    ['Who pays?', false, { isStruck: true }],
  ])('%j is open: %j', (whole, open, more = {}) => {
    expect(isOpenQuestionItem(item(whole, more))).toBe(open);
  });

  test.each<[whole: string, below: string, depth: number, answered: boolean]>([
    ['Who pays?', 'Answer: the bank', 2, true],
    ['Who pays?', 'Answer: the bank', 1, false],
    ['Who pays?', 'Who asks?', 2, false],
  ])('%j with %j below it, %d deep, is answered: %j', (whole, below, depth, answered) => {
    expect(isAnswered(item(whole, { hasMore: true }), item(below, { depth }))).toBe(answered);
    expect(isAnswered(item(whole), item(below, { depth }))).toBe(false);
  });

  test.each<[text: string, dates: readonly string[]]>([
    ['Who pays? (by 2026-12-01)', ['2026-12-01']],
    ['Is it due by 2026-12-01?', []],
    ['Who pays, by 2026-12-01', ['2026-12-01']],
    ['Who pays (by 2026-12-01).', ['2026-12-01']],
    ['By 2026-12-01 the bank pays', []],
    ['Who pays?', []],
  ])('%j is due %j', (text, dates) => {
    expect(dueDatesOf(text)).toEqual(dates);
  });
});

test.each<[columns: readonly string[], found: readonly number[] | undefined]>([
  [
    ['question', 'owner', 'due date', 'status', 'answer'],
    [0, 1, 2, 3, 4],
  ],
  [
    ['no', 'open question', 'co owner', 'overdue', 'status code', 'answers to'],
    [1, -1, -1, -1, -1],
  ],
  [
    ['question', 'asked by', 'first status', 'best answer'],
    [0, -1, -1, -1, -1],
  ],
  [['no', 'kind', 'question'], undefined],
])('open-question: columns %j', (columns, expected) => {
  const found = questionColumns(columns);
  expect(found && [found.question, found.owner, found.due, found.status, found.answer]).toEqual(expected);
});

test.each<[setting: unknown, words: readonly string[]]>([
  [{ words: ['modern'] }, ['modern', 'robust']],
  [{ words: 'modern' }, ['robust']],
  [{ words: ['modern', 7] }, ['robust']],
  [{ severity: 'error', ignore: ['robust'] }, []],
  [{}, ['robust']],
  ['off', []],
])('active-rules: options of another type count as not set: %j', (setting, words) => {
  const goals = schemaOf('# [Name]\n\n## Goals\n\n[Goals]\n');
  const rules = { ...only('vague-term').rules, 'vague-term': setting } as Configuration['rules'];
  const { document, problems } = checkText('# A\n\n## Goals\n\nA modern app. A robust one.\n', {
    schema: goals,
    configuration: { rules },
  });
  expect(problems.map(({ span }) => document.content.slice(span.start, span.end))).toEqual(words);
});
