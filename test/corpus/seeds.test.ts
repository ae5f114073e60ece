import { describe, expect, test } from 'vitest';
import { checkText } from '../support/check-text';
import { listShared, readShared, ABSENT } from '../support/shared';

const seeds = listShared('seeds');
const seed = (number: number) => readShared('seeds', seeds[number]!);
const STRUCTURE = /^(?:missing-section|missing-subsection|section-order|section-level|heading-near-miss)$/u;

describe.runIf(seeds.length > 0)('the source templates as their authors published them', () => {
  test('seed 0 is a system specification with nothing missing or misplaced', () => {
    const { document, problems } = checkText(seed(0));
    expect(document.spec?.schema.id).toBe('system');
    expect(problems.filter(({ rule }) => STRUCTURE.test(rule.id))).toEqual([]);
  });

  test('each bracket of seed 0 outside code is reported once', () => {
    const { document, problems } = checkText(seed(0));
    const reported = problems
      .filter(({ rule }) => rule.id === 'placeholder' || rule.id === 'status-unresolved')
      .map(({ span }) => document.content.slice(span.start, span.end));
    const brackets = [
      ...seed(0)
        .replace(/^```[\s\S]*?^```/gmu, '')
        .matchAll(/\[[^\]]+\]/gu),
    ].map(([text]) => text);
    console.log(`seed 0: ${reported.length} placeholders reported, ${brackets.length} brackets outside code`);
    expect(reported.length).toBeGreaterThanOrEqual(130);
    expect(reported).toEqual(brackets);
  });

  test('seed 4 in its fence is a service specification', () => {
    expect(checkText(seed(4)).document.spec?.schema.id).toBe('service');
  });
});

if (seeds.length === 0) test.skip(`the source templates${ABSENT}`);
