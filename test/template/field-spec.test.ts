import { describe, expect, test } from 'vitest';
import { schemaOf } from '../support/check-text';

describe('a field of a template', () => {
  const fieldOf = (name: string, value: string) =>
    schemaOf(`# [Name]\n\n- **${name}:** ${value}\n\n## Goals\n`).fields[0]!;

  test.each([
    ['Status', '[Draft | Approved]', 'status'],
    ['State', 'Open', 'status'],
    ['Statement', '[Which]', 'text'],
    ['Date', '[Date]', 'date'],
    ['Created', '[When]', 'date'],
    ['Last updated', '[When]', 'date'],
    ['Due', '[When] or later', 'text'],
    ['Date', 'Q1 / Q2', 'choice'],
    ['Start', 'YYYY-MM-DD', 'date'],
    ['Start', '[When]', 'text'],
    ['Size', 'S / M / L', 'choice'],
    ['Version', '[Version]', 'version'],
    ['Version', 'which', 'text'],
    ['Release', '[X.Y]', 'version'],
    ['Release', '[Version]', 'text'],
    ['Spec ID', '[TS-NNN]', 'id'],
    ['Spec ID', '[ID]', 'text'],
  ])('%s: %s is of the kind %s', (name, value, kind) => {
    expect(fieldOf(name, value).kind).toBe(kind);
  });

  test.each([
    ['[Name]', true],
    ['', false],
    ['[Name, if any]', false],
    ['[Name or "N/A"]', false],
    ['[Name, for now]', true],
  ])('%j is required: %s', (value, required) => {
    expect(fieldOf('Owner', value).required).toBe(required);
  });

  test('has choices with escaped bars as without', () => {
    expect(fieldOf('Size', '[S \\| M]').choices).toEqual(['S', 'M']);
    expect(fieldOf('Size', '[S]').choices).toBeUndefined();
  });
});
