import { describe, expect, test } from 'vitest';
import { fixAll } from '../../server/src/features/fix-all';
import { checkText, choiceOf, problemLine, type Checked } from '../support/check-text';
import { memoryHost } from '../support/host';
import { listShared, readShared, ABSENT } from '../support/shared';

const seeds = listShared('seeds');
const seed = (number: number) => readShared('seeds', seeds[number]!);
const STRUCTURE = /^(?:missing-section|missing-subsection|section-order|section-level|heading-near-miss)$/u;
const UNFILLED = /^(?:placeholder|title-placeholder|boilerplate-left|status-unresolved|empty-section)$/u;

function bracketsIn(text: string): string[] {
  return Array.from(text.matchAll(/\[[^\]]+\]/gu), ([bracket]) => bracket);
}

/** What is wrong beside that nothing is filled in. */
function mistakes(checked: Checked): string[] {
  return checked.problems
    .filter(({ rule }) => !UNFILLED.test(rule.id))
    .map((problem) => problemLine(checked, problem));
}

describe.runIf(seeds.length > 0)('the source templates as their authors published them', () => {
  test('seed 0 is a system specification with nothing missing or misplaced', () => {
    const { document, problems } = checkText(seed(0));
    expect(document.spec?.schema.id).toBe('system');
    expect(problems.filter(({ rule }) => STRUCTURE.test(rule.id))).toEqual([]);
  });

  test('each bracket of seed 0 outside code is reported once', () => {
    const { document, problems } = checkText(seed(0));
    const reported = problems
      .filter(({ rule }) => /^(?:placeholder|title-placeholder|status-unresolved)$/u.test(rule.id))
      .flatMap(({ span }) => bracketsIn(document.content.slice(span.start, span.end)));
    const brackets = bracketsIn(seed(0).replace(/^```[\s\S]*?^```/gmu, ''));
    console.log(`seed 0: ${reported.length} placeholders reported, ${brackets.length} brackets outside code`);
    expect(reported.length).toBeGreaterThanOrEqual(130);
    expect(reported).toEqual(brackets);
  });

  test.each([
    [1, 'feature', ['metadata-collapsed']],
    [2, 'agent', ['metadata-in-body']],
    [3, 'component', ['metadata-collapsed']],
  ])('seed %i is recognised, and wrong is only how its metadata is written', (number, id, wrong) => {
    const { document, problems } = checkText(seed(number));
    expect(document.spec?.schema.id).toBe(id);
    const mistaken = problems.filter(({ rule }) => !UNFILLED.test(rule.id)).map(({ rule }) => rule.id);
    expect([...new Set(mistaken)]).toEqual(wrong);
    expect(problems.some(({ rule }) => rule.id === 'placeholder')).toBe(true);
  });

  test('seed 4 in its fence is a service specification, and only the fence and the notes are wrong with it', () => {
    const checked = checkText(seed(4));
    expect(checked.document.spec?.schema.id).toBe('service');
    expect(mistakes(checked)).toEqual([
      'warning template-wrapper-left at "[Feature/System Name] - Technical Specification" (line 8)',
      'warning template-wrapper-left at "Template Usage Notes" (line 704)',
    ]);
  });

  test('nothing is wrong with seed 4 once it is out of its fence', () => {
    const { text: fixed } = fixAll('memory:/spec.md', seed(4), choiceOf({}), memoryHost());
    expect(mistakes(checkText(fixed))).toEqual([]);
    const inside = seed(4).slice(seed(4).indexOf('# [Feature'), seed(4).lastIndexOf('```'));
    expect(fixed).toBe(inside);
  });
});

if (seeds.length === 0) test.skip(`the source templates${ABSENT}`);
