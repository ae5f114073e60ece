import { describe, expect, test } from 'vitest';
import { HeadingSlugs } from '../../server/src/model/heading-slugs';

const before = new HeadingSlugs([
  '1. A & B',
  'Tests',
  'Tests',
  'Tests-1',
  'Über uns {#about}',
  '漢字',
  '???',
]);

describe('an anchor leads to the heading that some site would give it', () => {
  test.each([
    ['1-a--b', 0],
    ['1-A--B', 0],
    ['1-a-b', 0],
    ['a--b', 0],
    ['ab1', undefined],
    ['user-content-1-a--b', 0],
    ['tests', 1],
    ['tests-1', 2],
    ['tests-2', 2],
    ['tests-1-1', 3],
    ['Tests', 1],
    ['über-uns', 4],
    ['uber_uns', 4],
    ['漢字', 5],
    ['', undefined],
    ['none', undefined],
  ])('%s', (anchor, ordinal) => expect(before.ordinalOf(anchor)).toBe(ordinal));
});

describe('an anchor keeps its form when the title changes', () => {
  const after = new HeadingSlugs(['1. C & D', 'Tests', 'Checks', 'Tests-1', 'Who {#about}', '字', '!']);
  test.each([
    ['1-a--b', 0, '1-c--d'],
    ['1-A--B', 0, '1-C--D'],
    ['1-a-b', 0, '1-c-d'],
    ['a--b', 0, 'c--d'],
    ['user-content-a--b', 0, 'user-content-c--d'],
    ['1_a_b', 0, '1-c--d'],
    ['tests', 1, 'tests'],
    ['tests-2', 2, 'checks'],
    ['tests-1-1', 3, 'tests-1'],
    ['über-uns', 4, 'who'],
    ['漢字', 5, '字'],
    ['', 6, ''],
  ])('%s', (anchor, ordinal, expected) => expect(before.rewritten(anchor, ordinal, after)).toBe(expected));
});
