import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixActions, type Action } from '../../server/src/features/actions';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import { applyEdits } from '../../server/src/text/edit';
import { withEol } from '../../server/src/text/line';
import type { Span } from '../../server/src/text/span';
import { BUILTINS, checkInWorkspace, only, schemaOf, type Checked } from '../support/check-text';
import { memoryHost } from '../support/host';
import { readRuleFixture, type Expectation, type RuleExample } from '../support/rule-fixture';

const LEAST = 4;

/** Ways to write one text; a rule must not care. */
const VARIANTS: readonly (readonly [name: string, vary: (text: string) => string])[] = [
  ['LF', (text) => text],
  ['CRLF', (text) => withEol(text, '\r\n')],
  ['a byte order mark', (text) => `\uFEFF${text}`],
];

describe.each(RULES.map(({ id }) => id))('%s', (id) => {
  const examples = readRuleFixture(readFileSync(path.join(import.meta.dirname, `${id}.md`), 'utf8'));

  test.each(examples.map((example) => [`${example.kind}: ${example.name}`, example] as const))(
    '%s',
    (_, example) => checkExample(id, example),
  );

  test(`has at least ${LEAST} examples of each kind`, () => {
    for (const kind of ['Reported', 'Accepted'] as const)
      expect(examples.filter((example) => example.kind === kind).length, kind).toBeGreaterThanOrEqual(LEAST);
  });

  test('shows each kind of fix that it has', () => {
    const { fix } = RULES.find((rule) => rule.id === id)!;
    expect(examples.some(({ fixes }) => fixes.length > 0)).toBe(fix !== 'none');
  });
});

async function checkExample(id: string, example: RuleExample): Promise<void> {
  const schema = example.template === undefined ? BUILTINS[0]! : schemaOf(example.template);
  const isSummary = RULES.some((rule) => rule.id === id && rule.scope === 'summary');
  const rules = { ...(isSummary ? {} : only(id).rules), [id]: example.settings };
  const { files, path: file } = example;
  const run = async (text: string) => {
    const checked = await checkInWorkspace(text, { schema, configuration: { rules }, files, path: file });
    return { ...checked, problems: checked.problems.filter(({ rule }) => rule.id === id) };
  };
  expect(schema.faults).toEqual([]);
  for (const [variant, vary] of VARIANTS) {
    const checked = await run(vary(example.document));
    expect(expectations(checked), variant).toEqual(example.problems);
    expect(checked.errors).toEqual([]);
    for (const { message } of checked.problems) checkMessage(message);
    if (example.hasNoFix) expect(actionsOf(checked).map(({ title }) => title)).toEqual([]);
    for (const { title, result, left } of example.fixes) {
      const action = actionOf(checked, title);
      const fixed = applyEdits(checked.document.content, action.edits);
      expect(fixed, `${variant}: ${title}`).toBe(vary(result));
      const after = expectations(await run(fixed));
      if (left) expect(after, `${variant}: after ${title}`).toEqual(left);
      else expect(after.length, `${variant}: after ${title}`).toBe(example.problems.length - 1);
    }
  }
}

function actionsOf({ document, problems }: Checked): Action[] {
  return problems.flatMap((problem) => fixActions(document.spec!, problem, memoryHost()));
}

/** The action with this title of the first problem that has one. */
function actionOf(checked: Checked, title: string): Action {
  const actions = actionsOf(checked);
  const action = actions.find((candidate) => candidate.title === title);
  if (!action) throw new Error(`No fix "${title}" among: ${actions.map((other) => other.title).join('; ')}`);
  return action;
}

function expectations({ document, problems }: Checked): Expectation[] {
  const lineOf = ({ start }: Span) => document.lines.positionAt(start).line + 1;
  return problems.map(({ severity, span, related }) => ({
    severity,
    text: document.content.slice(span.start, span.end).replace(/\r\n/gu, '\n'),
    line: lineOf(span),
    related: related.map((other) => lineOf(other.span)),
  }));
}

/** Whole sentences on one line, in which nothing is left out that was to be said. */
function checkMessage(message: string): void {
  expect(message).toMatch(/^\S.*[.?]$/u);
  expect(message).not.toMatch(/undefined|\bNaN\b|\[object|""| {2}/u);
}
