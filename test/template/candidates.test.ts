import { describe, expect, test } from 'vitest';
import { assignSlots, slotsFor, slotsLike } from '../../server/src/template/candidates';
import { schemaOf, specOf } from '../support/check-text';
import { outlined } from '../support/outlined';

// What a schema makes of a title is kept, so each test has a schema of its own.
const template = () =>
  schemaOf(
    `---\nspecwright:\n  aliases: { Goals: [Aims] }\n---\n\n${outlined(`
      # [Name]
      ## Goals
      ## Component 1: [Name]
      ### Limits
      ## Component 1 Costs
      ## Risks
      ### Limits
      ## [Topic]`)}`,
  );

test.each([
  ['goals', ['Goals']],
  ['aims', ['Goals']],
  ['component 7 depot', ['Component 1: [Name]']],
  ['component 1 costs', ['Component 1 Costs']],
  ['limits', ['Limits', 'Limits']],
  ['goal', []],
  ['anything', []],
])('a heading "%s" is that of %j', (folded, titles) => {
  const schema = template();
  const found = () => slotsFor(schema, folded).map(({ title }) => title);
  expect(found()).toEqual(titles);
  expect(found()).toEqual(titles);
});

test.each([
  ['goal', ['Goals']],
  ['risk', ['Risks']],
  ['limit', ['Limits', 'Limits']],
  ['component depot', []],
  ['anything', []],
])('a heading "%s" may be a slip of %j', (folded, titles) => {
  const found = slotsLike(template(), folded);
  expect(found.map(({ slot }) => slot.title)).toEqual(titles);
});

describe('of several headings with one title', () => {
  test.each([
    ['the one at its level', '# P\n### Risks\n## Risks', ['-', '-', 'Risks']],
    ['the first, where all are at their level', '# P\n## Risks\n## Risks', ['-', 'Risks', '-']],
    ['the one in its section', '# P\n## Notes\n### Goals\n# Q\n### Goals', ['-', '-', '-', '-', 'Goals']],
    ['the one with the title, not the other name', '# P\n## Aims\n## Goals', ['-', '-', 'Goals']],
    ['the other name, where it is alone', '# P\n## Aims', ['-', 'Goals']],
    [
      'each in its section',
      '# P\n## Risks\n### Limits\n## Component 1: A\n### Limits',
      ['-', 'Risks', 'Limits of Risks', 'Component 1: [Name]', 'Limits of Component 1: [Name]'],
    ],
  ])('the section is %s', (_, headings, expected) => {
    const schema = template();
    const { sections } = specOf(outlined(headings), schema).model.shape;
    const assigned = assignSlots(schema, sections, 0);
    const titles = sections.map((section) => {
      const slot = assigned.get(section);
      return slot ? `${slot.title}${slot.parent ? ` of ${slot.parent.title}` : ''}` : '-';
    });
    expect(titles).toEqual(expected);
  });
});
