import { expect, test } from 'vitest';
import { refactoringsAt } from '../../../server/src/features/refactor/refactorings';
import { NO_WORKSPACE } from '../../../server/src/workspace/index/view';
import { schemaOf, specOf } from '../../support/check-text';

const schema = schemaOf('# [Name]\n\n## Goals\n\n[What it is for.]\n');

function paths(title: string, own: string, taken: readonly string[] = []): (string | undefined)[] {
  const text = `# Parcel tracking\n\n## ${title}\n\nTell people.\n`;
  const found = refactoringsAt(
    {
      spec: { ...specOf(text, schema), path: own },
      span: { start: text.length, end: text.length },
      isAskedFor: true,
      schemas: [schema],
      workspace: { ...NO_WORKSPACE, link: (url) => (taken.includes(url) ? 'found' : 'unknown') },
      clock: { today: () => '2025-06-15' },
      author: '',
    },
    (kind) => kind === 'refactor.extract.section',
  );
  return found.map(({ newFile }) => newFile?.path);
}

test.each([
  ['beside the document', 'Goals', 'docs/tracking.md', 'tracking-goals.md'],
  [
    'of words that can stand in a link',
    'Goals & "Non-Goals": (v2)?',
    'My Spec (1).md',
    'my-spec-1-goals-non-goals-v2.md',
  ],
  ['in the script of its title', '目標', 'spec.md', 'spec-目標.md'],
  ['that is not too long', 'A'.repeat(90), 'spec.md', `spec-${'a'.repeat(60)}.md`],
])('an extracted section gets a name %s', (_, title, own, path) => {
  expect(paths(title, own)).toEqual([path]);
});

test('the name of a file that is there is not taken', () => {
  expect(paths('Goals', 'spec.md', ['spec-goals.md'])).toEqual(['spec-goals-2.md']);
  const all = ['', '-2', '-3', '-4'].map((suffix) => `spec-goals${suffix}.md`);
  expect(paths('Goals', 'spec.md', all)).toEqual([]);
});

test('a title without letters gives no name', () => {
  expect(paths('🎉', 'spec.md')).toEqual([]);
});
