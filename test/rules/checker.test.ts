import { describe, expect, test } from 'vitest';
import { Checker } from '../../server/src/rules/engine/checker';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import { defineBlockRule, defineDocumentRule, type Rule } from '../../server/src/rules/engine/rule';
import { DEFAULT_CONFIGURATION, type RuleSetting } from '../../server/src/workspace/configuration';
import { schemaOf, specOf } from '../support/check-text';
import { memoryHost } from '../support/host';

const schema = schemaOf(`# [Name]

**Status:** [Draft | In Review | Approved]

## Goals

- [Goal]
`);
const docs = { what: 'what', why: 'why', remedy: 'remedy' };
const severity = { draft: 'off', review: 'warning', approved: 'error' } as const;

function text(status: string): string {
  return `# Parcels\n\n**Status:** ${status}\n\n## Goals\n\n- [Goal]\n`;
}

function check(rules: readonly Rule[], status = 'In Review', settings: Record<string, RuleSetting> = {}) {
  const host = memoryHost();
  const configuration = { ...DEFAULT_CONFIGURATION, rules: settings };
  const problems = new Checker(rules, host).check(specOf(text(status), schema), configuration);
  return { problems: problems.map(({ rule, severity: loud }) => `${loud} ${rule.id}`), errors: host.errors };
}

describe('a rule that throws', () => {
  const fail = () => {
    throw new Error('no such thing');
  };
  const ofDocument = defineDocumentRule<undefined>({
    id: 'bad-document',
    severity,
    fix: 'none',
    docs,
    check: fail,
  });
  const ofBlock = defineBlockRule<undefined>({
    id: 'bad-block',
    severity,
    fix: 'none',
    docs,
    check({ facts }) {
      if (facts.placeholders.length > 0) fail();
    },
  });

  test('is one line in the log and loses nothing of another rule', () => {
    const without = check(RULES);
    const { problems, errors } = check([ofDocument, ofBlock, ...RULES]);
    expect(problems).toEqual(without.problems);
    expect(problems).toContain('warning placeholder');
    expect(errors).toHaveLength(2);
    expect(errors[0]).toMatch(/^Rule "bad-document" failed: .*no such thing$/u);
    expect(errors[1]).toMatch(/^Rule "bad-block" failed on "[^"]*": .*no such thing$/su);
    for (const error of errors) expect(error).not.toMatch(/[\r\n]/u);
  });

  test('keeps what it has found before it threw', () => {
    const half = defineDocumentRule<undefined>({
      id: 'half',
      severity,
      fix: 'none',
      docs,
      check(_, report) {
        report({ at: 'document', message: 'one', data: undefined });
        fail();
      },
    });
    expect(check([half]).problems).toEqual(['warning half']);
  });
});

describe('severity', () => {
  const rule = defineDocumentRule<undefined>({
    id: 'always',
    severity,
    fix: 'none',
    docs,
    check: (_, report) => report({ at: 'document', message: 'm', data: undefined }),
  });

  test.each([
    ['Draft', []],
    ['In Review', ['warning always']],
    ['Approved', ['error always']],
    ['Approved (2.1)', ['error always']],
    ['', []],
    ['nonsense', []],
  ])('follows the status: %j', (status, problems) => {
    expect(check([rule], status).problems).toEqual(problems);
  });

  test.each([
    ['off', []],
    ['default', ['warning always']],
    ['hint', ['hint always']],
    ['info', ['info always']],
    ['error', ['error always']],
  ] as const)('is what the user says: %j', (setting, problems) => {
    expect(check([rule], 'In Review', { always: setting }).problems).toEqual(problems);
  });

  test('turns a rule on that the phase turns off', () => {
    expect(check([rule], 'Draft', { always: 'hint' }).problems).toEqual(['hint always']);
  });

  test('is never louder than the finding allows', () => {
    const quiet = defineDocumentRule<undefined>({
      id: 'quiet',
      severity,
      fix: 'none',
      docs,
      check: (_, report) => report({ at: 'document', message: 'm', atMost: 'info', data: undefined }),
    });
    expect(check([quiet], 'Approved').problems).toEqual(['info quiet']);
  });
});

test('problems come in document order, and settings of one document do not leak into another', () => {
  const checker = new Checker(RULES, memoryHost());
  const spec = specOf(text('Approved'), schema);
  const all = checker.check(spec, DEFAULT_CONFIGURATION);
  const starts = all.map(({ span }) => span.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  const off = { placeholder: 'off', 'status-gate': 'off' } as const;
  const left = all.filter(({ rule }) => !(rule.id in off));
  expect(left.length).toBeLessThan(all.length);
  expect(checker.check(spec, { ...DEFAULT_CONFIGURATION, rules: off })).toEqual(left);
  expect(checker.check(spec, DEFAULT_CONFIGURATION)).toEqual(all);
});
