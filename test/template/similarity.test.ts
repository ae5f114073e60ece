import { describe, expect, test } from 'vitest';
import { longestIncreasing } from '../../server/src/template/increasing';
import { NEAR_MISS, similarity } from '../../server/src/template/similarity';

describe('titles that are probably one', () => {
  test.each([
    ['goals', 'goal'],
    ['user stories', 'user story'],
    ['unit tests', 'unit test'],
    ['security considerations', 'security'],
    ['the rollback plan', 'rollback plan'],
    ['rolbback plan', 'rollback plan'],
    ['rollbakc plan', 'rollback plan'],
    ['architecture', 'architecure'],
    ['data base', 'database'],
    ['risks and mitigations', 'mitigations for risks'],
    ['open questions', 'questions'],
    ['design overview', 'overview of design'],
    ['plan overview', 'overview of plan and costs'],
    ['interface', 'intreface'],
  ])('%s, %s', (a, b) => {
    expect(similarity(a, b)).toBeGreaterThanOrEqual(NEAR_MISS);
    expect(similarity(b, a)).toBe(similarity(a, b));
  });

  test('the same words are the same', () => {
    expect(similarity('goals', 'goals')).toBe(1);
    expect(similarity('goals and risks', 'risks goals')).toBe(1);
    expect(similarity('api', 'api')).toBe(1);
  });

  test('a slip counts by the letters, another word by the words', () => {
    expect(similarity('interface', 'intreface')).toBeCloseTo(8 / 9);
    expect(similarity('interface', 'interfaces')).toBe(1);
    expect(similarity('interfase', 'interface')).toBeCloseTo(8 / 9);
    expect(similarity('security considerations', 'security')).toBe(1 / 2);
    expect(similarity('goals risks costs', 'goals and risks')).toBeCloseTo(2 / 3);
  });
});

test.each([
  ['scope', 'out of scope'],
  ['goals', 'non goals'],
  ['resolved questions', 'unresolved questions'],
  ['api', 'apt'],
  ['goals', 'risks'],
  ['design overview', 'data overview'],
  ['test plan', 'rest plan of the year'],
  ['load tests', 'unit tests'],
  ['cost', 'coasts of england'],
  ['a b c d e f', 'g h i j k l'],
  ['interface', 'intrxface'],
  ['interface', 'intxeface'],
  ['user tests', 'user needs'],
  ['the', 'of'],
  ['', 'goals'],
  ['api', 'ai'],
])('titles of two sections: %s, %s', (a, b) => {
  expect(similarity(a, b)).toBeLessThan(NEAR_MISS);
  expect(similarity(b, a)).toBeLessThan(NEAR_MISS);
});

test.each([
  [[], []],
  [[1], [0]],
  [
    [1, 2, 3],
    [0, 1, 2],
  ],
  [
    [3, 1, 2],
    [1, 2],
  ],
  [
    [2, 3, 1],
    [0, 1],
  ],
  [
    [1, 1, 1],
    [0, 1, 2],
  ],
  [
    [5, 1, 6, 2, 3],
    [1, 3, 4],
  ],
  [
    [1, 5, 2, 3, 4],
    [0, 2, 3, 4],
  ],
])('the longest run in order through %j', (values, kept) => {
  expect([...longestIncreasing(values)].sort((a, b) => a - b)).toEqual(kept);
});
