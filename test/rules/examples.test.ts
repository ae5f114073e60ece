import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { starterFor } from '../../server/src/features/starter';
import { BUILTINS, checkText, problemLine } from '../support/check-text';
import { ROOT } from '../support/shared';

/** One example is unfinished on purpose: it shows problems. */
const UNFINISHED = 'draft-parcel-notifications.md';
/** The examples were written in this week. */
const TODAY = '2026-11-21';
const files = readdirSync(path.join(ROOT, 'examples')).filter((file) => file.endsWith('.md'));

describe.each(files.filter((file) => file !== UNFINISHED))('the example %s', (file) => {
  const text = readFileSync(path.join(ROOT, 'examples', file), 'utf8');

  test('has no problem', () => {
    const checked = checkText(text, { today: TODAY });
    expect(checked.document.spec).toBeDefined();
    expect(checked.problems.map((problem) => problemLine(checked, problem))).toEqual([]);
  });

  test('would have none once it were approved', () => {
    const checked = checkText(text.replace(/\bIn Review\b/u, 'Approved'), { today: TODAY });
    expect(checked.document.spec?.phase).toBe('approved');
    expect(checked.problems.map((problem) => problemLine(checked, problem))).toEqual([]);
  });
});

test('each template has a finished example', () => {
  const followed = files.map(
    (file) => checkText(readFileSync(path.join(ROOT, 'examples', file), 'utf8')).document.spec?.schema.id,
  );
  for (const { id } of BUILTINS) expect(followed).toContain(id);
});

describe.each(BUILTINS.map((schema) => [schema.id, schema] as const))(
  'an untouched %s template',
  (_, schema) => {
    const { problems } = checkText(starterFor(schema, { date: '2026-11-21', author: 'Anna' }), { schema });
    const reported = problems.map(({ rule }) => rule.id);

    test('reports its placeholders and its status', () => {
      expect(reported.filter((id) => id === 'placeholder').length).toBeGreaterThan(20);
      expect(reported).toContain('status-unresolved');
      expect(reported).toContain('title-placeholder');
    });

    test('reports nothing that is wrong with its structure', () => {
      const structure = /^(?:missing|section|duplicate|repeat|heading|table|code|metadata-(?!empty))/u;
      expect(reported.filter((id) => structure.test(id))).toEqual([]);
    });
  },
);
