import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from '../../server/src/rules/engine/json-fault';

/** Whether a text is one JSON value, as the engine reads it. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const marked = (text: string) => {
  const fault = findJsonFault(text);
  return fault && text.slice(fault.start, fault.end);
};

describe('findJsonFault', () => {
  test('finds none in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
        expect(findJsonFault(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
    );
  });

  test('finds one wherever JSON.parse does, and nowhere else', () => {
    const piece = fc.constantFrom(
      ...'{}[],:"-+.eE0129 \n\t',
      '"a"',
      '"\\u00',
      'true',
      'null',
      'nul',
      '\\n',
      "'",
      'é',
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => `[${pieces.join('')}]`);
    fc.assert(
      fc.property(text, (each) => {
        // Several values in a row are none to JSON.parse: brackets around them alone are compared.
        if (each.slice(1, -1).includes(']')) return;
        expect(findJsonFault(each) === undefined, each).toBe(isJson(each));
      }),
      { numRuns: 5_000 },
    );
  });

  test('marks a place within the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const fault = findJsonFault(text);
        if (fault)
          expect(fault.start >= 0 && fault.end <= text.length && fault.start <= fault.end).toBe(true);
      }),
    );
  });

  test.each([
    ['{"a": 1,}', ','],
    ['{"a" 1}', '1'],
    ['{"a": 1 "b": 2}', '"b"'],
    ['{a: 1}', 'a'],
    ['{"a": "b}', '"b}'],
    ['{"a": 007}', '0'],
    ['[1, 2}', '}'],
    ['{"a": [1, 2]', ']'],
    ['{"a": 1}\n{"b": 2}', undefined],
  ])('marks what is wrong: %s', (text, wrong) => {
    expect(marked(text)).toBe(wrong);
  });
});
