import { describe, expect, test } from 'vitest';
import { firstId, fitsIdPattern, readIdPattern, readLooseId } from '../../server/src/template/id-pattern';

describe('the pattern of an id', () => {
  test.each([
    ['[TS-YYYY-NNN]', 'TS-2026-001'],
    ['TS-YYYY-NNN', 'TS-2026-001'],
    ['[ ADR-NNN ]', 'ADR-001'],
    ['RFC-XXXX', 'RFC-0001'],
    ['Spec ##', 'Spec 01'],
    ['R2D2/YYYY.NN', 'R2D2/2026.01'],
    ['TSYYYYNN', 'TS202601'],
    ['Idee_YYYY_NN', 'Idee_2026_01'],
  ])('%s shows that %s is one', (placeholder, example) => {
    const pattern = readIdPattern(placeholder)!;
    expect(pattern.example).toBe(example);
    expect(pattern.shown).toBe(placeholder.replace(/^\[ ?| ?\]$/gu, ''));
    expect(fitsIdPattern(pattern, example)).toBe(true);
  });

  test.each([
    '',
    'Name',
    '[Spec ID]',
    'NNN',
    'TS-N',
    'TS-YYYY',
    'ts-NNN',
    'TS-NNN-YYYY',
    'TS-NN-NN',
    'TS--NNN',
    'TS-NNN-A',
    'see TS-NNN',
    '[TS-NNN] (once it has one)',
    '[[TS-NNN]]',
  ])('%j shows none', (placeholder) => {
    expect(readIdPattern(placeholder)).toBeUndefined();
  });
});

const yearly = readIdPattern('TS-YYYY-NNN')!;
const dotted = readIdPattern('Note.NN')!;

test.each([
  ['TS-2026-001', true],
  ['TS-1999-0012', true],
  ['TS-2026-001 (withdrawn)', true],
  ['TS-2026-001.', true],
  ['TS-2026-001, of May', true],
  ['TS-2026-01', false],
  ['TS-1826-001', false],
  ['TS-2026-001.2', false],
  ['TS-2026-001b', false],
  ['TS-2026-001-2', false],
  ['TS-2026-001/2', false],
  ['ts-2026-001', false],
  ['ATS-2026-001', false],
  ['', false],
])('whether %j is such an id: %s', (value, expected) => {
  expect(fitsIdPattern(yearly, value)).toBe(expected);
});

test('a dot in an id is a dot', () => {
  expect(['Note.01', 'Note-01', 'Notes01'].map((value) => fitsIdPattern(dotted, value))).toEqual([
    true,
    false,
    false,
  ]);
});

describe('an id in another form', () => {
  test.each([
    ['TS-YYYY-NNN', 'ts-2026-7', 'ts-2026-7', 'TS-2026-007'],
    ['TS-YYYY-NNN', 'TS 2026 / 7 (old)', 'TS 2026 / 7', 'TS-2026-007'],
    ['TS-YYYY-NNN', 'TS2026-7', 'TS2026-7', 'TS-2026-007'],
    ['TS-YYYY-NNN', 'TS-2026-00012', 'TS-2026-00012', 'TS-2026-012'],
    ['TS-YYYY-NNN', 'TS-2026-0', 'TS-2026-0', 'TS-2026-000'],
    ['TSYYYYNN', 'ts20267', 'ts20267', 'TS202607'],
    ['ADR-NNN', 'adr7', 'adr7', 'ADR-007'],
    ['ADR-NNN', 'ADR #12', 'ADR #12', 'ADR-012'],
    ['ADR-NNN', 'ADR: 2026', 'ADR: 2026', 'ADR-2026'],
    ['A.YYYY.NN', 'a-2026-3', 'a-2026-3', 'A.2026.03'],
  ])('of %s: %j', (shown, value, written, normalized) => {
    expect(readLooseId(readIdPattern(shown)!, value)).toEqual({ written, normalized });
  });

  test.each([
    ['TS-YYYY-NNN', 'TS-20267'],
    ['TS-YYYY-NNN', 'TS-1826-7'],
    ['TS-YYYY-NNN', 'TS-2026'],
    ['TS-YYYY-NNN', 'TS-2026-7b'],
    ['TS-YYYY-NNN', 'TS-2026-1234567890'],
    ['TS-YYYY-NNN', 'the TS-2026-7'],
    ['TS-YYYY-NNN', 'TX-2026-7'],
    ['ADR-NNN', 'ADR seven'],
  ])('is none of %s: %j', (shown, value) => {
    expect(readLooseId(readIdPattern(shown)!, value)).toBeUndefined();
  });
});

test('the first id of a year', () => {
  expect(firstId(yearly, '2027-03-01')).toBe('TS-2027-001');
  expect(firstId(dotted, '2027-03-01')).toBe('Note.01');
});
