import { describe, expect, test } from 'vitest';
import { isAddedSince, statedTemplate } from '../../server/src/template/stated-template';
import { compareVersions, isVersion, versionNumber } from '../../server/src/template/version';
import { schemaOf, specOf } from '../support/check-text';

test.each([
  ['1', [1]],
  ['v1.10', [1, 10]],
  ['Version 2.0 (draft)', [2, 0]],
  ['1.2.3.4', [1, 2, 3, 4]],
  ['1.2, of May', [1, 2]],
  ['1.2-rc.1', undefined],
  ['1.2.3.4.5', undefined],
  ['x1', undefined],
  ['', undefined],
])('the number of version %j', (text, expected) => {
  expect(versionNumber(text)).toEqual(expected);
});

test.each([
  ['1.9', '1.10', -1],
  ['1.0', '1.0.0', 0],
  ['1', '1.0.1', -1],
  ['2', '1.9.9', 1],
])('%s compared with %s', (a, b, expected) => {
  const compare = (left: string, right: string) =>
    compareVersions(versionNumber(left)!, versionNumber(right)!);
  expect(Math.sign(compare(a, b))).toBe(expected);
  expect(Math.sign(compare(b, a))).toBe(0 - expected);
});

test('versions of templates', () => {
  expect(['1', 'V2', '1.10.0'].every(isVersion)).toBe(true);
  expect(['', 'v', '1.', '.1', '1.x', 'a1', '1 2'].some(isVersion)).toBe(false);
});

const schema = schemaOf(
  '---\nspecwright:\n  id: plan\n  version: "1.10"\n  since:\n    Costs: "1.10"\n---\n\n# [Name]\n\n## Goals\n\n## Costs\n',
);
const BODY = '# Parcels\n\n## Goals\n';
const shapeOf = (head: string) => specOf(`${head}\n\n${BODY}`, schema).model.shape;

describe('what a document says of its template', () => {
  test.each([
    ['---\nspecwright: plan\n---', 'plan', undefined],
    ['---\nspecwright: { template: plan, version: "1.2" }\n---', 'plan', '1.2'],
    ['---\nspecwright: { template: plan, version: 1.2 }\n---', 'plan', '1.2'],
    ['---\nspecwright: { template: plan, version: " 1.2 " }\n---', 'plan', '1.2'],
    ['---\nspecwright: { template: plan, version: soon }\n---', 'plan', undefined],
    ['---\nspecwright: { template: plan, version: [1] }\n---', 'plan', undefined],
    ['---\nspecwright: { version: "1.2" }\n---', undefined, '1.2'],
    ['<!-- specwright-template plan 1.2 -->', 'plan', '1.2'],
    ['<!-- specwright-template plan   v2 -->', 'plan', 'v2'],
    ['<!-- specwright-template plan of 2026 -->', 'plan of', '2026'],
    ['<!-- specwright-template plan b -->', 'plan b', undefined],
    ['<!-- specwright-template other 3 -->', 'other', '3'],
    ['---\nauthor: Bo\n---', undefined, undefined],
  ])('%s', (head, id, version) => {
    expect(statedTemplate(shapeOf(head), [schema])).toEqual({ id, version });
  });

  test('an id may end in a number', () => {
    const head = '<!-- specwright-template plan of 2026 -->';
    expect(statedTemplate(shapeOf(head), [{ id: 'other' }, { id: 'plan of 2026' }])).toEqual({
      id: 'plan of 2026',
      version: undefined,
    });
  });

  test.each([
    ['<!-- specwright-template plan 1.9 -->', true],
    ['---\nspecwright: { version: "1.9" }\n---', true],
    ['<!-- specwright-template plan 1.10 -->', false],
    ['<!-- specwright-template plan -->', false],
    ['<!-- specwright-template other 1.9 -->', false],
    ['', false],
  ])('whether a section came later: %s', (head, expected) => {
    const [goals, costs] = schema.slots;
    expect(isAddedSince(costs!, shapeOf(head), schema)).toBe(expected);
    expect(isAddedSince(goals!, shapeOf(head), schema)).toBe(false);
  });
});
