import { expect, test } from 'vitest';
import { deserializeSchemas, serializeSchemas } from '../../server/src/template/serialize';
import { BUILTINS } from '../support/check-text';

test('schemas that a bundle holds compiled are those that their templates compile to', () => {
  const read = deserializeSchemas(serializeSchemas(BUILTINS));
  expect(read).toEqual(BUILTINS);
  for (const [index, { allSlots, slots }] of read.entries()) {
    expect(allSlots.length).toBe(BUILTINS[index]!.allSlots.length);
    expect(
      slots.every((slot) => allSlots.includes(slot)),
      'one object a slot',
    ).toBe(true);
    const conventions = allSlots
      .flatMap(({ placeholders }) => placeholders)
      .map(({ convention }) => convention);
    const expected = BUILTINS[index]!.allSlots.flatMap(({ placeholders }) => placeholders);
    expect(conventions.every((convention, i) => convention === expected[i]!.convention)).toBe(true);
  }
});
