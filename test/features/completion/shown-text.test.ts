import { expect, test } from 'vitest';
import { shownAsCode } from '../../../server/src/features/completion/shown-text';

test('text of a document is shown in a fence that nothing in it can close', () => {
  expect(shownAsCode('````md\n[x](command:y)\n````\n')).toBe(
    '`````markdown\n````md\n[x](command:y)\n````\n`````',
  );
});

test('a long text is cut', () => {
  const lines = shownAsCode('line\n'.repeat(100)).split('\n');
  expect(lines).toHaveLength(33);
  expect(lines.at(-2)).toBe('…');
});
