import { describe, expect, test } from 'vitest';
import type { Section } from '../../server/src/model/section';
import { isInside, placeOf } from '../../server/src/template/place';
import { schemaOf, specOf } from '../support/check-text';
import { outlined } from '../support/outlined';

const TEMPLATE = outlined(`
  # [Name]
  ## Goals
  ## Design
  ### Parts
  ### Storage
  ### Limits
  ## Component 1: [Name]
  ### Purpose
  ### Costs
  ## Interfaces
  ## Component 2: [Name]
  ## Phase 1
  ## Phase 2
  ## Risks
`);
const schema = schemaOf(TEMPLATE);

const named = (section: Section | undefined) => section?.title ?? '-';

/** The neighbours of the place of a slot: `Goals < > Risks`. */
function place(title: string, headings: string, underTitle?: string, by = schema): string {
  const { alignment, model } = specOf(outlined(`# P\n${headings}`), by);
  const find = (wanted?: string) => model.shape.sections.find((section) => section.title === wanted);
  const slot = by.allSlots.find((each) => each.title === title)!;
  const found = placeOf(alignment, slot, find(underTitle));
  expect(named(found.under)).toBe(underTitle ?? '-');
  return `${named(found.after)} < > ${named(found.before)}`;
}

describe('the place of a top section', () => {
  test.each([
    ['between its neighbours', 'Design', '## Goals\n## Interfaces', 'Goals < > Interfaces'],
    ['at the start', 'Goals', '## Design\n## Risks', '- < > Design'],
    ['at the end', 'Risks', '## Goals\n## Design', 'Design < > -'],
    ['in a document with nothing in it', 'Goals', '## History', '- < > -'],
    ['beside the nearest, not the next one', 'Interfaces', '## Goals\n## Risks', 'Goals < > Risks'],
    ['where one’s own stand between', 'Design', '## Goals\n## History\n## Risks', 'Goals < > Risks'],
    [
      'beside what is in its place, not what is not',
      'Design',
      '## Risks\n## Goals\n## Interfaces',
      'Goals < > Interfaces',
    ],
    ['not behind what is out of place', 'Design', '## Interfaces\n## Risks\n## Goals', '- < > Interfaces'],
    ['beside itself, once it is there', 'Design', '## Goals\n## Design\n## Risks', 'Goals < > Risks'],
    [
      'behind the last instance of what comes before it',
      'Risks',
      '## Goals\n## Phase 1\n## Phase 2\n## Phase 3',
      'Phase 3 < > -',
    ],
    [
      'before the first instance of what comes behind it',
      'Interfaces',
      '## Goals\n## Phase 1\n## Phase 2\n## Risks',
      'Goals < > Phase 1',
    ],
    [
      'for a further instance: behind the last',
      'Phase 1',
      '## Goals\n## Phase 1\n## Phase 2\n## Risks',
      'Phase 2 < > Risks',
    ],
  ])('%s', (_, title, headings, expected) => {
    expect(place(title, headings)).toBe(expected);
  });
});

describe('the place among sections that others stand between', () => {
  const SCATTERED =
    '## Goals\n## Component 1: A\n## Interfaces\n## Component 2: B\n## Component 3: C\n## Risks';
  test.each([
    ['behind the first of them, not the last', 'Interfaces', SCATTERED, 'Component 1: A < > Risks'],
    ['before the first of them', 'Design', SCATTERED, 'Goals < > Component 1: A'],
    [
      'for one more of them: behind the last',
      'Component 1: [Name]',
      SCATTERED,
      'Component 3: C < > Interfaces',
    ],
  ])('%s', (_, title, headings, expected) => {
    expect(place(title, headings)).toBe(expected);
  });
});

describe('the place of a subsection', () => {
  const WHOLE =
    '## Design\n### Parts\n### Limits\n## Component 1: A\n### Costs\n## Component 2: B\n### Purpose';
  test.each([
    ['between those of its section', 'Storage', 'Design', 'Parts < > Limits'],
    ['beside those of its own instance', 'Purpose', 'Component 1: A', '- < > Costs'],
    ['beside those of another instance', 'Costs', 'Component 2: B', 'Purpose < > -'],
  ])('%s', (_, title, under, expected) => {
    expect(place(title, WHOLE, under)).toBe(expected);
  });

  test('beside the nearest, where the order is free', () => {
    const free = schemaOf(`---\nspecwright: { order: free }\n---\n\n${TEMPLATE}`);
    expect(place('Parts', '## Design\n### Limits\n### Storage', 'Design', free)).toBe('- < > Storage');
    expect(place('Limits', '## Design\n### Storage\n### Parts', 'Design', free)).toBe('Storage < > -');
  });

  test('in a section with nothing in it', () => {
    expect(place('Storage', '## Goals\n## Design', 'Design')).toBe('- < > -');
  });
  test('beside what belongs there, not what strayed in', () => {
    const strayed = '## Goals\n## Design\n### Parts\n### Purpose\n## Component 1: A\n### Costs';
    expect(place('Limits', strayed, 'Design')).toBe('Parts < > -');
    expect(place('Limits', strayed.replace('## Component 1: A\n### Costs', ''), 'Design')).toBe(
      'Parts < > -',
    );
  });
});

test('what is inside a section, as the template nests it', () => {
  const { alignment, model } = specOf(
    outlined('# P\n## Goals\n## Design\n## Parts\n### Bolts\n## Risks\n### Storage\n#### Shelf'),
    schema,
  );
  const { sections } = model.shape;
  const design = sections.find(({ title }) => title === 'Design')!;
  const inside = sections.filter((section) => isInside(alignment, section, design));
  expect(inside.map(({ title }) => title)).toEqual(['Parts', 'Bolts']);
});
