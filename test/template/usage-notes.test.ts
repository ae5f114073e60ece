import { describe, expect, test } from 'vitest';
import { nameMeans } from '../../server/src/template/usage-notes';
import { schemaOf } from '../support/check-text';

test.each([
  ['api', 'api design', true],
  ['system overview', 'overview of the system', true],
  ['overview', 'overviews', false],
  ['api tests', 'api design', false],
  ['', 'api design', false],
])('a note on "%s" means "%s": %s', (name, title, expected) => {
  expect(nameMeans(name, title)).toBe(expected);
});

describe('the usage notes of a template', () => {
  const SECTIONS = '# [Name]\n\n## System Overview\n\n## API Design\n\n## Caching\n\n## Appendix\n';
  const withNotes = (notes: string) => schemaOf(`${SECTIONS}\n## Usage Notes\n\n${notes}\n`);
  const facts = (notes: string) =>
    withNotes(notes).slots.map(({ requirement, condition }) =>
      condition === undefined ? requirement : `${requirement} ${condition}`,
    );

  test.each([
    ['### Required Sections\n\n- Caching', ['optional', 'optional', 'required', 'optional']],
    ['### Optional Sections\n\n- Caching\n- Appendix', ['required', 'required', 'optional', 'optional']],
    [
      '### Required Sections\n\n- API Design (for services)\n\n### Optional Sections\n\n- **Caching** (if data is hot)\n- Appendix (long)',
      ['optional', 'required for services', 'optional if data is hot', 'optional'],
    ],
    [
      '### Required Sections\n\n- API Design (as before) (when called)',
      ['optional', 'optional', 'optional', 'optional'],
    ],
    ['### Sections\n\n- Caching', ['required', 'required', 'required', 'required']],
    ['### Not Required\n\n- Caching', ['required', 'required', 'required', 'required']],
    ['### Not Optional\n\n- Caching', ['required', 'required', 'required', 'required']],
    ['### Required Sections\n\nCaching', ['required', 'required', 'required', 'required']],
  ])('%j', (notes, expected) => {
    expect(facts(notes)).toEqual(expected);
  });

  test.each([
    ['| Small | API |', { small: ['API Design'] }],
    ['| **Small** (a week) | API, Overview of it |', { small: ['API Design'] }],
    ['| Medium | Overview, Caching |', { medium: ['System Overview', 'Caching'] }],
    ['| Large | All sections |', { large: ['System Overview', 'API Design', 'Caching', 'Appendix'] }],
    ['| Large | Overall |', { large: [] }],
    ['| Small | |', { small: [] }],
    ['| Small |', { small: [] }],
    ['| A small one | API |', {}],
    ['| Tiny | API |', {}],
  ])('how deep to go: %s', (row, expected) => {
    const { depth } = withNotes(`| Size | Depth |\n|---|---|\n${row}`);
    const found = [...depth].map(([size, slots]) => [size, [...slots].map(({ title }) => title)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test('all required sections are those that the notes require', () => {
    const { depth } = withNotes(
      '### Required Sections\n\n- Caching\n\n### Depth\n\n| Size | Depth |\n|---|---|\n| Small | all required |',
    );
    expect([...depth.get('small')!].map(({ title }) => title)).toEqual(['Caching']);
  });
});
