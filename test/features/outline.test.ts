import { expect, test } from 'vitest';
import { outlineOf } from '../../server/src/features/outline';
import { PLACEHOLDER_RULES } from '../../server/src/features/section-state';
import { checkText, schemaOf } from '../support/check-text';

const schema = schemaOf(`# [Name]

## Goals

[What gets better.]

## Design

### Interfaces

[What others call.]

### Storage

[What is kept where.]

### Caching (optional)

[What is kept.]

## Security

[Who may do what.]

## Links (optional)

[Where else to look.]
`);

/** One line an entry: place, level, title, state, and the template heading where it has another title. */
function outline(text: string): string[] {
  const { document, problems } = checkText(text, { schema });
  const placeholders = problems
    .filter(({ rule }) => PLACEHOLDER_RULES.has(rule.id))
    .map(({ span }) => span.start);
  const entries = outlineOf(document.spec!, placeholders, (offset) => document.lines.positionAt(offset).line);
  return entries.map(({ title, level, line, slot, state, placeholders: count }) => {
    const open = count > 0 ? ` ${count}` : '';
    return `${line ?? '-'} ${'#'.repeat(level)} ${title}: ${state}${open}${slot === null ? ' (own)' : ''}`;
  });
}

test('a new document waits for answers everywhere', () => {
  expect(outline(schema.starter)).toEqual([
    '1 # [Name]: placeholders 1',
    '3 ## Goals: placeholders 1',
    '7 ## Design: filled',
    '9 ### Interfaces: placeholders 1',
    '13 ### Storage: placeholders 1',
    '17 ### Caching (optional): placeholders 1',
    '21 ## Security: placeholders 1',
    '25 ## Links (optional): placeholders 1',
  ]);
});

test('what is missing stands in its place, what is optional does not', () => {
  expect(outline('# Parcels\n\n## Design\n\n### Storage\n\nOne table.\n\n## Thanks\n\nTo all.\n')).toEqual([
    '1 # Parcels: filled',
    '- ## Goals: missing',
    '3 ## Design: filled',
    '- ### Interfaces: missing',
    '5 ### Storage: filled',
    '- ## Security: missing',
    '9 ## Thanks: filled (own)',
  ]);
});

test('missing sections keep the order of the template', () => {
  expect(outline('# Parcels\n')).toEqual([
    '1 # Parcels: empty',
    '- ## Goals: missing',
    '- ## Design: missing',
    '- ## Security: missing',
  ]);
});

test('an empty section is not filled', () => {
  expect(outline('# Parcels\n\n## Goals\n\n<!-- later -->\n\n## Security\n\nYes.\n')).toEqual([
    '1 # Parcels: filled',
    '3 ## Goals: empty',
    '- ## Design: missing',
    '7 ## Security: filled',
  ]);
});
