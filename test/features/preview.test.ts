import { expect, test } from 'vitest';
import { previewOf } from '../../server/src/features/preview';
import { withEol } from '../../server/src/text/line';
import { BUILTINS, checkText, schemaOf } from '../support/check-text';

const template = `# [Name] - Plan

**Status:** [Draft | In Review | Approved]
**Owner:** [Name]

## Goals

[What it is for]

> [A remark]
`;

function previewIn(text: string, own = template) {
  const { document } = checkText(text, { schema: schemaOf(own) });
  return previewOf(document.spec!, document.lines);
}

const statusOf = (value: string, own?: string) => {
  const { status, phase } = previewIn(`# P - Plan\n\n**Status:** ${value}\n`, own);
  return [status, phase];
};

test('the status is in the words of the template, and a placeholder is none', () => {
  expect(statusOf('Approved (2.1)')).toEqual(['Approved', 'approved']);
  expect(statusOf('in review')).toEqual(['In Review', 'review']);
  expect(statusOf('[Draft | In Review | Approved]')).toEqual([null, 'draft']);
  expect(statusOf('')).toEqual([null, 'draft']);
  expect(statusOf('whatever')).toEqual([null, 'draft']);
  expect(statusOf('whatever', template.replace('[Draft | In Review | Approved]', '[Status]'))).toEqual([
    'whatever',
    'draft',
  ]);
  expect(statusOf('Draft', '# [Name] - Plan\n\n## Goals\n\n[a]\n')).toEqual([null, null]);
});

test.each(['\n', '\r\n'])('placeholders are found in the text, %j', (eol) => {
  const text =
    '---\nowner: "[Name]"\n---\n\n# 計画 [Name] - Plan\n\n**Owner:** [Name]\n\n## Goals\n\n😀 `[What it is for]` [What it is for]\n\n> [A\n> remark]';
  expect(previewIn(withEol(text, eol)).placeholders).toEqual([
    { line: 4, character: 5, text: '[Name]', nth: 0, of: 1 },
    { line: 6, character: 11, text: '[Name]', nth: 0, of: 1 },
    { line: 10, character: 22, text: '[What it is for]', nth: 1, of: 2 },
    { line: 12, character: 2, text: '[A\nremark]', nth: 0, of: 1 },
  ]);
});

test('each placeholder of the built-in templates stands where it is said to', () => {
  for (const { starter } of BUILTINS) {
    const { document } = checkText(starter);
    const lines = starter.split('\n');
    const { placeholders } = previewOf(document.spec!, document.lines);
    for (const { line, character, text: words, nth, of } of placeholders) {
      expect(lines[line]!.slice(character).startsWith(words.split('\n')[0]!)).toBe(true);
      expect(nth).toBeGreaterThanOrEqual(0);
      expect(nth).toBeLessThan(of);
    }
    expect(placeholders.length).toBeGreaterThan(20);
  }
});
