import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import { ABSENT, hasShared, readShared } from '../support/shared';

/** What the catalogue of rules says of one rule. */
interface Row {
  readonly id: string;
  readonly severity: string;
  readonly fix: string;
  readonly isHeuristic: boolean;
}

const SEVERITIES: Readonly<Record<string, string>> = {
  '·': 'off',
  h: 'hint',
  i: 'info',
  W: 'warning',
  E: 'error',
};
const FIXES: Readonly<Record<string, string>> = { s: 'safe', u: 'unsafe', '–': 'none' };

/** Cells to add to a question answer who and when it waits for; a day that has passed only a person can move. */
const WITHOUT_FIX = new Set(['question-overdue']);

/** Reads the tables of the catalogue; a row may be about two rules: `a / b | h/h/i ; W/W/W | s / –`. */
function readRows(catalogue: string): Row[] {
  const rows = Array.from(
    catalogue.matchAll(/^\| ([a-z][a-z /-]*) \|([^|]+)\|([^|]+)\|([^|]+)\|([^|]+)\|/gmu),
  );
  return rows
    .filter(([, ids]) => ids !== 'id')
    .flatMap(([, ids, , severity, fix, mark]) => {
      const severities = severity!.split(';');
      const fixes = fix!.trim().split(' / ');
      return ids!.split(' / ').map((id, index) => ({
        id,
        severity: (severities[index] ?? severities[0]!)
          .trim()
          .split('/')
          .map((letter) => SEVERITIES[letter])
          .join('/'),
        fix: WITHOUT_FIX.has(id) ? 'none' : FIXES[(fixes[index] ?? fixes[0]!).trim()[0]!]!,
        isHeuristic: mark!.trim() === '~',
      }));
    });
}

if (!hasShared) test.skip(`the catalogue of rules${ABSENT}`);

describe.runIf(hasShared)('the catalogue of rules', () => {
  const rows = hasShared ? readRows(readShared('RULES.md')) : [];
  const rules = new Map(
    RULES.map(({ id, severity: { draft, review, approved }, fix, isHeuristic = false }): [string, Row] => [
      id,
      { id, severity: `${draft}/${review}/${approved}`, fix, isHeuristic },
    ]),
  );

  test('is read', () => expect(rows.length).toBeGreaterThan(50));
  test.each(rows.map((row) => [row.id, row] as const))('%s is as the catalogue has it', (id, row) => {
    expect(rules.get(id)).toEqual(row);
  });
});
