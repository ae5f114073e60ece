import { expect, test } from 'vitest';
import { queryMatch } from '../../../server/src/features/navigation/query-match';

test('the closer a name is to the query, the better', () => {
  const names = ['Goals', 'Goals and more', 'Our goals', 'Subgoals', 'Go also', 'Slaog'];
  expect(names.map((name) => queryMatch('goals', name))).toEqual([4, 3, 2, 1, 0, undefined]);
  expect(queryMatch('', 'Goals')).toBe(0);
  expect(queryMatch('our GOALS', 'Our goals')).toBe(4);
  expect(queryMatch('漢', '漢字')).toBe(3);
});
