import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkText, schemaOf } from '../support/check-text';
import { ROOT } from '../support/shared';

const STRUCTURE =
  /^(?:missing-|section-|duplicate-section|heading-near-miss|repeat-|metadata-(?:missing|empty|duplicate))/u;

const page = readFileSync(path.join(ROOT, 'docs/templates.md'), 'utf8');
const examples = Array.from(page.matchAll(/^```markdown\n([^]*?)^```$/gmu), ([, text = '']) => text);

test('the page shows templates', () => {
  expect(examples.length).toBeGreaterThan(5);
});

test.each(examples)('an example that can be used as it stands: %#', (text) => {
  const schema = schemaOf(text);
  expect(schema.faults).toEqual([]);
  const { problems } = checkText(schema.starter, { schema });
  expect(problems.filter(({ rule }) => STRUCTURE.test(rule.id)).map(({ message }) => message)).toEqual([]);
});

test('its first template asks for what the page says', () => {
  const schema = schemaOf(examples[0]!);
  expect(schema.fields.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'Status: status',
    'Date: date',
    'Owner: text',
  ]);
  const sections = schema.allSlots.map(({ title, requirement, repeat }) =>
    [title, requirement, repeat ? 'repeated' : ''].join(' ').trim(),
  );
  expect(sections).toEqual([
    'Context required',
    'Options required',
    'Option 1: [Name] required repeated',
    'Decision required',
    'Consequences (optional) optional',
  ]);
});
