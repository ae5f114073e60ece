import { expect, test } from 'vitest';
import { obstacles } from '../../scripts/release/obstacles.mjs';

const ready = {
  version: '1.2.0',
  changelog: '# Changelog\n\n## 1.2.0 – 2026-11-22\n\nMore.\n\n## 1.1.0 – 2026-10-01\n\nLess.\n',
  changed: '',
  tags: 'latest\nv1.2.0\n',
  env: { VSCE_PAT: 'a', OVSX_PAT: 'b' },
};

test('nothing is in the way of a version that is ready', () => {
  expect(obstacles(ready)).toEqual([]);
});

test.each<[Partial<typeof ready>, RegExp]>([
  [{ version: '1.20.0' }, /no section for 1\.20\.0/],
  [{ changelog: '## 1.2.0 – unreleased\n' }, /no date/],
  [{ changed: ' M README.md\n' }, /not committed/],
  [{ tags: 'v1.2.0-beta\n' }, /no tag v1\.2\.0/],
  [{ env: { VSCE_PAT: 'a', OVSX_PAT: '' } }, /OVSX_PAT is not set/],
])('%o is in the way', (change, expected) => {
  expect(obstacles({ ...ready, ...change })[0]).toMatch(expected);
});
