import { describe, expect, test } from 'vitest';
import {
  cellEnd,
  codePipes,
  delimiterRow,
  escapeCell,
  insertColumns,
  isClosed,
  rowEnd,
  writeCell,
} from '../../server/src/rules/engine/table-edits';
import { rowAtOffset, tableInText } from '../../server/src/rules/engine/whole-table';
import { applyEdits } from '../../server/src/text/edit';
import { schemaOf, specOf } from '../support/check-text';

const HEAD = '# Parcels\n\n## Cost\n\n';
const schema = schemaOf('# [Name]\n\n## Cost\n\n[Cost]\n');
const modelOf = (table: string) => specOf(HEAD + table, schema).model;
const row = (text: string) => ({ span: { start: 0, end: text.length } });

describe('table-edits', () => {
  test('a pipe gets a backslash, once', () => {
    expect(escapeCell('a|b \\| c')).toBe('a\\|b \\| c');
  });

  test.each([
    ['| a | b |', true, 9],
    ['| a | b |  ', true, 9],
    ['| a | b', false, 7],
    ['| a \\|', false, 6],
    ['| a \\\\|', true, 7],
    ['  | a |\n| c', true, 7],
  ])('%j is closed: %j', (text, expected, end) => {
    expect(isClosed(text, row(text))).toBe(expected);
    expect(rowEnd(text, row(text))).toBe(end);
  });

  test.each([
    ['| a | b |', 3, 4],
    ['| a \\| b | c |', 3, 9],
    ['| a | b', 7, undefined],
  ])('a cell of %j that goes up to %d ends at %j', (text, offset, end) => {
    expect(cellEnd(text, row(text), offset)).toBe(end);
  });

  test.each([
    ['| `a | b` | c |', [5]],
    ['| ``a ` | b`` | c |', [8]],
    ['| `a \\| b` | c |', []],
    ['| ``a | b` | c |', []],
    ['| a | b |', []],
  ])('pipes in the code of %j', (text, offsets) => {
    expect(codePipes(text, row(text))).toEqual(offsets);
  });

  test.each<[text: string, dashes: readonly string[] | undefined]>([
    ['| A | B |\n|:--|--:|\n| 1 | 2 |\n', [':--', '--:']],
    ['A | B\r\n--- | :-:\r\n', ['---', ':-:']],
    ['| A |\nno dashes\n', undefined],
    ['| A |\n--- and more\n', undefined],
    ['| A |\nmore ---\n', undefined],
    ['| A |', undefined],
  ])('the row of dashes under %j', (text, dashes) => {
    const before = 'Costs.\n\n';
    const found = delimiterRow(before + text, {
      span: { start: before.length, end: before.length + text.length },
      cells: [],
    });
    expect(found?.cells.map(({ start, end }) => (before + text).slice(start, end))).toEqual(dashes);
  });

  test.each([
    ['| A | B |\n|---|---|\n| 1 | 2 |\n', 1, 'x|y', '| A | B |\n|---|---|\n| 1 | x\\|y |\n'],
    ['| A | B |\n|---|---|\n| 1 |   2   |\n', 1, '3', '| A | B |\n|---|---|\n| 1 | 3 |\n'],
    ['A | B\n--|--\n1 | 2\n', 1, '3', 'A | B\n--|--\n1 | 3\n'],
    ['A | B\n--|--\n1 | 2\n', 0, '3', 'A | B\n--|--\n 3 | 2\n'],
  ])('writes into a cell of %j', (table, column, value, result) => {
    const model = modelOf(table);
    const [first] = tableInText(model, 0)!.rows;
    const edit = writeCell(model.tree.text, first!, column, value)!;
    expect(applyEdits(model.tree.text, [edit])).toBe(HEAD + result);
    expect(writeCell(model.tree.text, first!, 5, value)).toBeUndefined();
  });

  test.each<[table: string, after: number, cell: string, result: string]>([
    [
      '| A | B |\n|---|---|\n| 1 | 2 |\n| 3 |\n',
      1,
      'c|d',
      '| A | B | New |\n|---|---|-----|\n| 1 | 2 | c\\|d |\n| 3 |\n',
    ],
    ['| A | B |\n| --- | --- |\n| 1 | 2 |\n', 0, '', '| A | New | B |\n| --- | --- | --- |\n| 1 | | 2 |\n'],
    ['A | B\n--- | ---\n1 | 2\n', 1, '', 'A | B | New\n--- | --- | ---\n1 | 2 | |\n'],
    ['A | B\n--- | ---\n1 | 2\n', 1, 'c', 'A | B | New\n--- | --- | ---\n1 | 2 | c\n'],
  ])('adds a column to %j', (table, after, cell, result) => {
    const model = modelOf(table);
    const edits = insertColumns(model.tree.text, tableInText(model, 0)!, after, [{ title: 'New', cell }]);
    expect(applyEdits(model.tree.text, edits!)).toBe(HEAD + result);
  });
});

describe('whole-table', () => {
  const table = '| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n';
  const model = modelOf(`${table}\nNone.\n\n${table.replace('3', '5')}`);

  test.each([
    ['| 1', 0],
    ['4 |', 1],
    ['| 5', 1],
    ['| A', undefined],
    ['None', undefined],
    ['# Parcels', undefined],
  ])('the row at %j: %j', (place, number) => {
    const found = rowAtOffset(model, model.tree.text.indexOf(place));
    expect(found?.number).toBe(number);
    if (found)
      expect(found.row.span.start).toBe(
        model.tree.text.lastIndexOf('\n', model.tree.text.indexOf(place)) + 1,
      );
  });
});
