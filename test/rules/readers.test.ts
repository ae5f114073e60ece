import { describe, expect, test } from 'vitest';
import type { ItemFact } from '../../server/src/model/list-item';
import { namesChoice } from '../../server/src/rules/engine/choice-match';
import { dayAfter, isoDateIn, readDate } from '../../server/src/rules/engine/date';
import { isGroupTitle } from '../../server/src/rules/engine/group-title';
import { isFlowMap } from '../../server/src/rules/engine/flow-map';
import { instanceNumber, mentions, numberedWords } from '../../server/src/rules/engine/instance-number';
import { readLead } from '../../server/src/rules/engine/requirement-items';
import { countMentions, idLead, nextId } from '../../server/src/rules/engine/requirement-numbers';
import { isRevisionSpec } from '../../server/src/rules/engine/revision-table';
import { isSampleName, isToBeReplaced, sampleNameIn } from '../../server/src/rules/engine/sample-names';
import type { Slot } from '../../server/src/template/schema';
import { schemaOf, specOf } from '../support/check-text';

describe('date', () => {
  test.each([
    ['2026/3/1', '2026-03-01'],
    ['2026.12.31', '2026-12-31'],
    ['20260301', '2026-03-01'],
    ['1. März 2026', undefined],
    ['1. Mar 2026', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    ['31st of May 2026', undefined],
    ['31st May, 2026', '2026-05-31'],
    ['3-Sept-2026', '2026-09-03'],
    ['Sunday, March 1st, 2026', '2026-03-01'],
    ['  March 1 2026  ', '2026-03-01'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['04/05/2026', undefined],
    ['31 February 2026', undefined],
    ['2026/13/1', undefined],
    ['2026/0/1', undefined],
    ['soon', undefined],
  ])('of %j', (text, day) => {
    expect(readDate(text)).toBe(day);
  });

  test.each([
    ['2026-03-01', true],
    ['2026-03-01T10:00', true],
    ['2026-02-29', false],
    ['2026-00-10', false],
    ['2026-13-10', false],
    ['2026-03-011', false],
    ['on 2026-03-01', false],
  ])('in ISO form, %j: %j', (text, expected) => {
    expect(isoDateIn(text)).toBe(expected);
  });

  test.each([
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
  ])('after %s: %s', (day, next) => {
    expect(dayAfter(day)).toBe(next);
  });
});

describe('choice-match', () => {
  const levels = ['High', 'Medium', 'Low'];

  test.each<[text: string, choices: readonly string[], expected: boolean]>([
    ['High (payments)', levels, true],
    ['med', levels, true],
    ['Low to medium', levels, true],
    ['hoch', levels, true],
    ['highly', levels, false],
    ['ow', levels, false],
    ['severe', levels, false],
    ['', levels, false],
    ['H', levels, true],
    ['high', ['H', 'M', 'L'], true],
    ['yes', ['Y', 'N'], true],
    ['must', ['Must have', 'Should have', 'Could have'], true],
    ['m', ['Must have', 'May have'], false],
    ['not now', ['Not now', 'Not ever'], true],
    ['not', ['Not now', 'Not ever'], false],
    ['oui', ['Required', 'Optional'], true],
  ])('of %j in %j: %j', (text, choices, expected) => {
    expect(namesChoice(text, choices)).toBe(expected);
  });
});

describe('instance-number', () => {
  test.each<[title: string, words: readonly string[] | undefined]>([
    ['Phase 1: [Name]', ['Phase']],
    ['Phase1', ['Phase']],
    ['Test – case 12', ['Test', 'case']],
    ['(Phase 1)', ['Phase']],
    ['Q 1', ['Q']],
    ['Phase 1.1', undefined],
    ['Phase 1a', undefined],
    ['[Phase] 1', undefined],
    ['1. Phase', undefined],
    ['[Name]', undefined],
  ])('the words of %j', (title, words) => {
    expect(numberedWords({ title, repeat: true } as unknown as Slot)).toEqual(words);
    expect(numberedWords({ title, repeat: undefined } as unknown as Slot)).toBeUndefined();
  });

  test.each<[title: string, value: number | undefined, width?: number]>([
    ['Test case 2: Labels', 2, 1],
    ['test-case 02', 2, 2],
    ['4.1 Test case 10 (labels)', 10, 2],
    ['Test case 2a', undefined],
    ['Test case 2.1', undefined],
    ['Test case 2 and 3', undefined],
    ['Test case 2–3', undefined],
    ['Test case', undefined],
    ['Another test case 2', undefined],
  ])('in %j', (title, value, width) => {
    const found = instanceNumber(title, ['Test', 'case']);
    expect([found?.value, found?.width]).toEqual([value, width]);
  });

  test.each([
    ['as in phase 2 and #phase-3-cutover', ['2', '3']],
    ['phases 2 and 3', ['2']],
    ['the phase of 2026', []],
  ])('mentioned in %j', (text, numbers) => {
    expect(Array.from(text.matchAll(mentions(['Phase'])), ([, , number]) => number)).toEqual(numbers);
  });
});

describe('requirement-items', () => {
  const id = (text: string, prefix: string, number: number) => ({ kind: 'id', id: text, prefix, number });
  const malformed = (written: string, text: string) => ({ kind: 'malformed', written, id: text });

  test.each<[whole: string, lead: object]>([
    ['FR-1: It records', id('FR-1', 'FR', 1)],
    ['[FR-012] It records', id('FR-012', 'FR', 12)],
    ['Import (FR-7): It reads', id('FR-7', 'FR', 7)],
    ['Import [FR-7]: It reads', id('FR-7', 'FR', 7)],
    ['Import (FR-7) It reads', { kind: 'none' }],
    ['It reads a file (FR-7)', { kind: 'other' }],
    ['It reads a file (FR-7).', { kind: 'other' }],
    ['It reads (as FR-7 says)', { kind: 'none' }],
    ['Import (FR7): It reads', { kind: 'none' }],
    ['Performance: FR-3: fast', id('FR-3', 'FR', 3)],
    ['Performance: FR3: fast', { kind: 'none' }],
    ['FR1: It records', malformed('FR1', 'FR-1')],
    ['fr-1: It records', malformed('fr-1', 'FR-1')],
    ['fr_1: It records', malformed('fr_1', 'FR-1')],
    ['FR_1: It records', malformed('FR_1', 'FR-1')],
    ['Fr 1 of the old list', { kind: 'none' }],
    ['fr1 records', { kind: 'none' }],
    ['FR-1.2: It records', { kind: 'other' }],
    ['FR alone', { kind: 'none' }],
    ['G7: It records', malformed('G7', 'G-7')],
    ['G7 countries pay', { kind: 'other' }],
    ['REQ-7: It records', { kind: 'other' }],
    ['1.2 It records', { kind: 'other' }],
    ['It records', { kind: 'none' }],
  ])('%j', (whole, lead) => {
    expect(readLead({ whole } as ItemFact, ['FR', 'G'])).toEqual(lead);
  });
});

describe('sample-names', () => {
  test.each([
    ['table_name', true],
    ['tableName', true],
    ['/api/v1/resource', true],
    ['idx_table_field', true],
    ['table', false],
    ['/resource', true],
    ['customers_table', false],
    ['status', false],
    ['path_name', false],
  ])('%j: %j', (name, expected) => {
    expect(isSampleName(name)).toBe(expected);
  });

  test.each([
    ['CREATE TABLE table_name (id INT)', ['CREATE TABLE table_name'], 'table_name'],
    ['SELECT field1, field2', ['a', 'field2 INT'], 'field2'],
    ['SELECT field1', ['field12'], undefined],
    ['SELECT name', ['SELECT name'], undefined],
  ])('in %j beside %j: %j', (code, samples, name) => {
    expect(sampleNameIn(code, samples)?.[0]).toBe(name);
  });

  test.each([
    ['json', '{ "id": "value" }', true],
    ['sql', 'CREATE TABLE table_name', true],
    ['http', 'GET /[path]', true],
    ['text', '{{NAME}}', true],
    ['mermaid', 'A[Caller] --> B[Service]', false],
    ['dot', 'a [shape]', false],
    ['d2', 'a: {{x}} [box]', false],
    ['mermaid', 'A --> Entity1', true],
    ['ts', 'const sum = a + b;', false],
  ])('a sample of %s, %j: %j', (language, code, expected) => {
    expect(isToBeReplaced({ language, code })).toBe(expected);
  });
});

test.each([
  ['{ a: 1 }', true],
  ['# a note\n  {\na: 1 }', true],
  ['a: { b: 1 }', false],
  ['# {\na: 1', false],
  ['', false],
])('flow-map: %j: %j', (yaml, expected) => {
  expect(isFlowMap(yaml)).toBe(expected);
});

test.each([
  ['| Version | Date | Changes |', '| 1.0 | [Date] | Draft |', true],
  ['| Date | What changed |', '| [Date] | Draft |', true],
  ['| Version | Day | Who |', '| 1.0 | YYYY-MM-DD | [Name] |', true],
  ['| Version | Who |', '| 1.0 | [Name] |', false],
  ['| Date | Milestone |', '| [Date] | [Name] |', false],
  ['| Conversion | Date |', '| 2 | [Date] |', false],
  ['| Versions | Date |', '| 2 | [Date] |', false],
])('revision-table: %s with %s: %j', (header, row, expected) => {
  const columns = header.split('|').length - 2;
  const { allSlots } = schemaOf(`# [Name]\n\n## History\n\n${header}\n${'|---'.repeat(columns)}|\n${row}\n`);
  const [table] = allSlots.flatMap(({ content }) => content.tables);
  expect(isRevisionSpec(table!)).toBe(expected);
});

describe('requirement-numbers', () => {
  const schema = schemaOf('# [Name]\n\n## Requirements\n\n- **FR-1**: [One behaviour]\n');
  const contentOf = (text: string) => specOf(`# Desk\n\n## Requirements\n\n${text}\n`, schema).model.content;
  const malformed = (id: string) => ({ kind: 'malformed', written: id.replace('-', ''), id }) as const;

  test.each([
    ['None.', [], 'FR-1'],
    ['- FR-2: A\n- NFR-7: B', [], 'FR-3'],
    ['- FR-2: A\n- FR12: B', [malformed('FR-12')], 'FR-13'],
    ['- FR-009: A\n- FR-10: B', [], 'FR-011'],
    ['- FR-9: A', [{ kind: 'none' } as const], 'FR-10'],
  ])('the next in %j, with %j', (text, leads, id) => {
    expect(nextId('FR', contentOf(text), leads)).toBe(id);
  });

  test.each([
    ['- FR-1: A\n- See FR-1 and FR-12.', 2],
    ['- FR-1: A\n- See [the first](#fr-1) and [the other](#fr-12).', 2],
    ['- FR-2: A', 0],
  ])('FR-1 in %j: %j times', (text, count) => {
    expect(countMentions('FR-1', contentOf(text))).toBe(count);
  });

  test.each([
    ['- **FR-1**: [One]', '**FR-9**: '],
    ['- [FR-1] [One]', '[FR-9] '],
    ['- FR-1: [One]', 'FR-9: '],
    ['[Any]', '**FR-9**: '],
  ])('written as in %j', (body, lead) => {
    expect(idLead({ body, content: { idPrefixes: ['FR'] } } as unknown as Slot, 'FR-9')).toBe(lead);
  });
});

test.each([
  ['| **Scanners** | | |', true],
  ['| Scanners | | |', false],
  ['| **Scanners** | 4 | |', false],
  ['| **Scanners** |', false],
  ['| | | |', false],
])('group-title: %j: %j', (line, expected) => {
  const schema = schemaOf('# [Name]\n\n## Cost\n\n[Cost]\n');
  const text = `# Desk\n\n## Cost\n\n| What | Cost | Who |\n|---|---|---|\n${line}\n`;
  expect(isGroupTitle(specOf(text, schema).model.content.tables[0]!.fact.rows[0]!)).toBe(expected);
});
