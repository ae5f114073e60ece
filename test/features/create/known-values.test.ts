import { expect, test } from 'vitest';
import { nextOwnId } from '../../../server/src/features/create/next-own-id';
import { starterFor } from '../../../server/src/features/starter';
import { NO_WORKSPACE } from '../../../server/src/workspace/index/view';
import { BUILTINS, schemaOf } from '../../support/check-text';

const VALUES = { date: '2026-06-15', author: 'Ada Byron', title: 'Parcels', id: 'TS-2026-008' };
const filled = (template: string, values = VALUES) => starterFor(schemaOf(template), values);

test.each([
  ['# [Name] - Plan\n\n**Author:** [Name]\n', '# Parcels - Plan\n\n**Author:** Ada Byron\n'],
  ['# [TS-YYYY-NNN] [Title]\n', '# TS-2026-008 Parcels\n'],
  [
    '# {{TITLE}}\n\n## Goals\n\nOf {{TITLE}}: {{GOALS}}\n',
    '# Parcels\n\n## Goals\n\nOf Parcels: {{GOALS}}\n',
  ],
  ['# RFC title\n\n## Goals\n\n[a]\n', '# Parcels\n\n## Goals\n\n[a]\n'],
  [
    '---\ntitle: "[Title]"\nid: "[TS-YYYY-NNN]"\n---\n\n# [Title]\n',
    '---\ntitle: "Parcels"\nid: "TS-2026-008"\n---\n\n# Parcels\n',
  ],
  [
    '# [Name]\n\n**Owner:** [Name]\n**Parent ID:** [TS-YYYY-NNN]\n',
    '# Parcels\n\n**Owner:** [Name]\n**Parent ID:** [TS-YYYY-NNN]\n',
  ],
  ['# [Name]\n\n## Part\n\n[Name]\n', '# Parcels\n\n## Part\n\n[Name]\n'],
])('%j', (template, expected) => {
  expect(filled(template)).toBe(expected);
});

test('a title is written as YAML needs it', () => {
  expect(filled('---\ntitle: [Title]\n---\n\n# [Title]\n', { ...VALUES, title: 'A: b' })).toContain('# A: b');
  expect(filled('---\ntitle: "[Title]"\n---\n\n# [Title]\n', { ...VALUES, title: 'Say "b"' })).toContain(
    'title: "Say \\"b\\""',
  );
});

test('a spec gets the next id, where it is known which are taken', () => {
  const service = BUILTINS.find(({ id }) => id === 'service')!;
  const view = {
    ...NO_WORKSPACE,
    isComplete: () => true,
    nextId: ({ stem }: { stem: string }) => `${stem}008`,
  };
  expect(nextOwnId(service, '2026-06-15', view)).toBe('TS-2026-008');
  expect(nextOwnId(service, '2026-06-15', NO_WORKSPACE)).toBeUndefined();
  expect(
    nextOwnId(
      BUILTINS.find(({ id }) => id === 'agent')!,
      '2026-06-15',
      view,
    ),
  ).toBeUndefined();
});
