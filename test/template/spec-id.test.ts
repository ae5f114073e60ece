import { describe, expect, test } from 'vitest';
import { documentIdsIn, readDocumentId, specIdField } from '../../server/src/template/spec-id';
import { schemaOf, specOf } from '../support/check-text';

describe('the id of a document', () => {
  test.each([
    ['TS-2026-007', { id: 'TS-2026-007', prefix: 'TS', stem: 'TS-2026-', number: 7, digits: 3 }],
    [' ADR-0012 ', { id: 'ADR-0012', prefix: 'ADR', stem: 'ADR-', number: 12, digits: 4 }],
    ['S2-API-3', { id: 'S2-API-3', prefix: 'S2-API', stem: 'S2-API-', number: 3, digits: 1 }],
  ])('%s', (value, expected) => {
    expect(readDocumentId(value)).toEqual(expected);
  });

  test.each(['', 'TS', 'ts-7', 'TS-7 (old)', 'see TS-7', 'TS-7-', '7-TS', 'TS-1234567'])(
    '%j is none',
    (value) => {
      expect(readDocumentId(value)).toBeUndefined();
    },
  );

  test('ids that differ in leading zeros have one key', () => {
    const keys = documentIdsIn('TS-2026-7, TS-2026-007 and ADR-1; not a/TS-1, X-TS-2_b, TS-3.1 or #TS-4').map(
      ({ key }) => key,
    );
    expect(keys).toEqual(['TS-2026-7', 'TS-2026-7', 'ADR-1']);
  });

  test.each([
    ['Spec ID', 'AB-1', 'AB-1'],
    ['Document ID', 'AB-1', 'AB-1'],
    ['ID', 'unknown yet', undefined],
    ['Parent ID', 'AB-1', undefined],
    ['Ticket', 'AB-1', undefined],
    ['Owner', 'AB-1', undefined],
  ])('a field %s with %s states %s', (name, value, expected) => {
    const schema = schemaOf(`# [Name]\n\n**${name}:** [XX-NNN]\n\n## Goals\n`);
    const { shape } = specOf(`# Parcels\n\n**${name}:** ${value}\n\n## Goals\n`, schema).model;
    expect(specIdField(shape, schema)?.id.id).toBe(expected);
  });
});
