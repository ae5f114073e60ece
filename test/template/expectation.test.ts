import { expect, test } from 'vitest';
import { expectationOf } from '../../server/src/template/expectation';
import { projectSize } from '../../server/src/template/stated-size';
import { insertAllMissing } from '../../server/src/features/actions';
import { outlineOf } from '../../server/src/features/outline';
import { BUILTINS, checkText, only, schemaOf } from '../support/check-text';

const service = BUILTINS.find(({ id }) => id === 'service')!;
const expected = (title: string, size?: 'small' | 'medium' | 'large') =>
  expectationOf(
    service.allSlots.find((slot) => slot.title === title)!,
    service,
    size,
  );

test('without a size the word of the template holds', () => {
  expect(expected('Security Considerations')).toBe('required');
  expect(expected('Observability')).toBe('optional');
});

test('the list of a size decides on the top sections', () => {
  expect(expected('Component Architecture', 'small')).toBe('optional');
  expect(expected('Security Considerations', 'small')).toBe('required');
  expect(expected('Document Info', 'small')).toBe('required');
  expect(expected('API Design', 'small')).toBe('required');
  expect(expected('Testing Strategy', 'small')).toBe('required');
  expect(expected('Observability', 'medium')).toBe('optional');
  expect(expected('Observability', 'large')).toBe('recommended');
});

test('what a section holds is as the template has it, whatever the size', () => {
  expect(expected('Rollback Plan', 'small')).toBe('required');
});

test('a template that says nothing of sizes is the same for each', () => {
  const schema = schemaOf('# [Name]\n\n## Goals\n\n[What.]\n');
  expect(expectationOf(schema.slots[0]!, schema, 'small')).toBe('required');
});

test('a section that is not for the size is missing nowhere', () => {
  const text = '<!-- specwright-size small -->\n# Prices\n\n## API Design\n\nOne call.\n';
  const { document, problems } = checkText(text, { schema: service, configuration: only('missing-section') });
  const small = [
    'Document Info',
    'System Overview',
    'Data Model',
    'Testing Strategy',
    'Security Considerations',
  ];
  expect(problems.map(({ slot }) => slot).sort()).toEqual([...small].sort());
  const missing = outlineOf(document.spec!).filter(({ state, level }) => state === 'missing' && level === 2);
  expect(missing.map(({ title }) => title)).toEqual(small);
  expect(
    insertAllMissing(document.spec!)!
      .edits.map(({ newText }) => newText)
      .join(''),
  ).not.toContain('## Component Architecture');
});

test('the document wins over the settings', () => {
  const of = (text: string) => {
    const configuration = { ...only('missing-section'), projectSize: 'small' as const };
    return checkText(text, { schema: service, configuration }).problems.length;
  };
  expect(of('# Prices\n')).toBe(6);
  expect(of('---\nspecwright:\n  size: medium\n---\n\n# Prices\n')).toBe(8);
});

test.each([
  ['small', 'small'],
  [' Medium ', 'medium'],
  ['LARGE', 'large'],
  ['larger', undefined],
  ['', undefined],
  [3, undefined],
  [undefined, undefined],
])('%j is the size %s', (value, expected) => {
  expect(projectSize(value)).toBe(expected);
});
