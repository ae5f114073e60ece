import { describe, expect, test } from 'vitest';
import { openQuestions } from '../../../server/src/features/specs-list/open-questions';
import { summaryOf } from '../../../server/src/features/specs-list/spec-summary';
import { unsignedApprovals } from '../../../server/src/features/specs-list/unsigned-approvals';
import { checkText, only, schemaOf } from '../../support/check-text';

const schema = schemaOf(`# [Name] - Technical Specification

**Spec ID:** [TS-YYYY-NNN]
**Status:** [Draft | In Review | Approved | Implemented]
**Author:** [Name]

## Goals

[What gets better.]

## Open Questions

| Question | Owner | Due Date | Status |
|----------|-------|----------|--------|
| [Question 1] | [Name] | [Date] | Open/Resolved |

## Approval

| Role | Name | Date | Signature |
|------|------|------|-----------|
| Tech Lead | | | |
`);

const today = '2026-06-15';
const approvals = '| Role | Name | Date | Signature |\n|--|--|--|--|\n';

function summary(text: string, configuration = {}) {
  const { document, problems } = checkText(text, { schema, configuration, today });
  return summaryOf(document, document.spec!, problems, today);
}

test('a spec in a list', () => {
  const text = `# Waitlist - Technical Specification

**Spec ID:** TS-2026-004
**Status:** In Review (2nd round)
**Author:** Ada Byron, Grace Hopper
**Owner:** Alan Turing

## Goals

[What gets better.]

## Open Questions

| Question | Owner | Due Date | Status |
|--|--|--|--|
| Who pays? | Ewa | 2026-06-01 | Open |

## Approval

${approvals}| Tech Lead | Joan Clarke | | |
`;
  expect(summary(text, only('placeholder', 'question-overdue'))).toEqual({
    title: 'Waitlist',
    id: 'TS-2026-004',
    template: { id: 'test', name: schema.name },
    status: 'In Review (2nd round)',
    meaning: 'review',
    phase: 'review',
    owners: ['Alan Turing'],
    progress: { complete: 4, total: 5 },
    problems: { error: 0, warning: 1, info: 1, hint: 0 },
    questions: [
      {
        text: 'Who pays?',
        owner: 'Ewa',
        due: '2026-06-01',
        isOverdue: true,
        position: { line: 15, character: 2 },
      },
    ],
    approvals: [
      {
        role: 'Tech Lead',
        name: 'Joan Clarke',
        lacks: ['Date', 'Signature'],
        position: { line: 21, character: 2 },
      },
    ],
  });
});

test('what a template has not been filled in with is not shown, and line endings count as one', () => {
  const { title, id, status, owners, questions } = summary(schema.starter.replaceAll('\n', '\r\n'));
  expect({ title, id, status, owners, questions }).toEqual({
    title: undefined,
    id: undefined,
    status: undefined,
    owners: [],
    questions: [],
  });
  const crlf = '# A\r\n\r\n## Open Questions\r\n\r\n- Who pays? (Ewa, by 2026-07-01)';
  expect(summary(crlf).questions[0]).toEqual({
    text: 'Who pays?',
    owner: 'Ewa',
    due: '2026-07-01',
    isOverdue: false,
    position: { line: 4, character: 2 },
  });
});

test('rules that are switched off make no problems, and questions and approvals all the same', () => {
  const text = `# A\n\n**Status:** Approved\n\n## Open Questions\n\n- [ ] Who pays?\n\n## Approval\n\n${approvals}| Architect | | | |\n`;
  const { problems, questions, approvals: open } = summary(text, only());
  expect(problems).toEqual({ error: 0, warning: 0, info: 0, hint: 0 });
  expect(questions.map(({ text: asked }) => asked)).toEqual(['Who pays?']);
  expect(open.map(({ role }) => role)).toEqual(['Architect']);
});

test.each([
  ['# 待ち行列 - Technical Specification\n', '待ち行列'],
  ['# technical specification\n', 'technical specification'],
  ['# - Technical Specification\n', '- Technical Specification'],
  ['# [Name] - Technical Specification\n', undefined],
  ['# `cache` - TECHNICAL SPECIFICATION', 'cache'],
  ['', undefined],
])('the title of %j is %j', (text, title) => {
  expect(summary(text).title).toBe(title);
});

test.each([
  ['WIP', 'draft', 'draft'],
  ['approved', 'approved', 'approved'],
  ['Implemented', undefined, 'approved'],
  ['Obsolete', undefined, 'draft'],
])('the status %s means %s and is of the phase %s', (status, meaning, phase) => {
  const found = summary(`# A\n\n**Status:** ${status}\n\n## Goals\n\nNone yet.\n`);
  expect([found.status, found.meaning, found.phase]).toEqual([status, meaning, phase]);
});

describe('open questions', () => {
  const questionsIn = (body: string) => {
    const { document } = checkText(`# A\n\n${body}`, { schema });
    return openQuestions(document.spec!).map(({ text, owner, due }) =>
      [text, owner, due].filter((part) => part !== undefined).join(' / '),
    );
  };
  const table = '| Question | Owner | Due Date | Status |\n|--|--|--|--|\n';

  test.each<[name: string, body: string, found: readonly string[]]>([
    [
      'rows',
      `## Open Questions\n\n${table}| Who? | Ewa | 2026-07-01 | Open |\n`,
      ['Who? / Ewa / 2026-07-01'],
    ],
    [
      'a date in another form',
      `## Open Questions\n\n${table}| Who? | | 1 July 2026 | Open |\n`,
      ['Who? / 2026-07-01'],
    ],
    [
      'answered, struck out, to fill',
      `## Open Questions\n\n${table}| Who? | Ewa | | Resolved |\n| ~~How?~~ | | | Open |\n| [Question 1] | [Name] | [Date] | Open/Resolved |\n`,
      [],
    ],
    ['a table elsewhere', `## Goals\n\n${table}| Who? | TBD | | Open |\n`, ['Who?']],
    ['questions for customers', '## Goals\n\n| Question | Sample |\n|--|--|\n| Who? | Me |\n', []],
    ['an FAQ', '## Goals\n\n| Question | Answer |\n|--|--|\n| Who? | Me |\n', []],
    [
      'boxes',
      '## Open Questions\n\n- [ ] Ask the **depots** @maija\n- [x] Who? Ewa.\n- [ ] ~~Why?~~\n',
      ['Ask the depots @maija / @maija'],
    ],
    [
      'items',
      '## Open Questions\n\n- Who pays? (owner: Ewa Nowak, by 2026-07-01)\n- Who asks? Resolved: Ewa.\n- None.\n',
      ['Who pays? / Ewa Nowak / 2026-07-01'],
    ],
    [
      'samples of a template',
      '## Open Questions\n\n- [ ] Question 1: [What is undecided]\n1. [An open decision]\n',
      [],
    ],
    [
      'a section of the author',
      '## 4. Outstanding questions\n\n### For the depots\n\n- [ ] Which paper?\n',
      ['Which paper?'],
    ],
    ['work elsewhere', '## Goals\n\n- [ ] Who pays?\n- Who asks?\n', []],
  ])('%s', (_name, body, found) => {
    expect(questionsIn(body)).toEqual(found);
  });
});

describe('unsigned approvals', () => {
  const approvalsIn = (status: string, rows: string, heading = 'Approval') => {
    const text = `# A\n\n**Status:** ${status}\n\n## ${heading}\n\n${approvals}${rows}`;
    const { document } = checkText(text, { schema });
    return unsignedApprovals(document.spec!, document.spec!.phase).map(
      ({ role, name, lacks }) => `${role} ${name ?? '-'} ${lacks.join()}`,
    );
  };
  const rows =
    '| Author | Ewa | 2026-06-01 | E. N. |\n| Lead | | | |\n| Architect | Jan | TBD | |\n| Legal | not required | | |\n| | | | |';

  test.each([
    ['In Review', 'Approval', ['Lead - Name,Date,Signature', 'Architect Jan Date,Signature']],
    ['Approved', 'Approval', ['Lead - Name,Date,Signature', 'Architect Jan Date,Signature']],
    ['Draft', 'Approval', []],
    ['Approved', 'Goals', []],
  ])('%s, %s', (status, heading, found) => {
    expect(approvalsIn(status, rows, heading)).toEqual(found);
  });
});
