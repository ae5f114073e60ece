import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../../server/src/features/refactor/table-layout';
import { DocumentModel } from '../../../server/src/model/document-model';
import { tableInText } from '../../../server/src/rules/engine/whole-table';
import { SyntaxTree } from '../../../server/src/syntax/tree';
import { applyEdits } from '../../../server/src/text/edit';
import { displayWidth } from '../../../server/src/text/display-width';

function formatted(text: string): string {
  const model = new DocumentModel(SyntaxTree.parse(text));
  const edits = model.content.tables.flatMap((_, index) => {
    const table = tableInText(model, index);
    return (table && layOut(text, table)) ?? [];
  });
  return applyEdits(text, edits);
}

/** What Prettier makes of it, whose other habits none of these tables shows. */
function byPrettier(text: string): Promise<string> {
  return format(text, { parser: 'markdown' });
}

describe('a table', () => {
  const cells = [
    'a',
    '',
    '`x \\| y`',
    '荷物',
    'ﾊﾝｶｸ',
    'Ｗｉｄｅ',
    '👨‍👩‍👧 family',
    '☃️☃©1️⃣🇩🇪',
    'é',
    'שָׁלוֹם',
    'مرحبا',
    'नमस्ते',
    'ไทยกำ',
    '…°①½',
    '👍🏽',
    '[link](x.md "t")',
    '`` ` ``',
    'trailing \\\\',
    'a<br>b',
  ];
  const rows = cells.map((cell, at) => `|${cell}|${cells[cells.length - 1 - at]!}|${'x'.repeat(at)}|`);

  test.each([
    ['none', '|-|-|-|'],
    ['all', '|:-|:-:|-:|'],
  ])('looks as Prettier makes it, with alignment %s', async (_, delimiter) => {
    const text = `|Name|Value|Length|\n${delimiter}\n${rows.join('\n')}\n`;
    expect(formatted(text)).toBe(await byPrettier(text));
  });

  test('with rows that are too short or too long does so, too', async () => {
    const text = '|a|b|\n|-|-|\n|x|\n|y|z|more than|there|\n||\nno pipe\n';
    expect(formatted(text)).toBe(await byPrettier(text));
  });

  test('with as many rows as are read in slices does so, too', async () => {
    const many = Array.from({ length: 700 }, (_, at) => `|${'x'.repeat(at % 7)}y|${at}|`);
    const text = `|a|b|\n|-|-:|\n${many.join('\n')}\n`;
    expect(formatted(text)).toBe(await byPrettier(text));
  });

  test.each([
    'class-waitlist',
    'payments-service',
    'price-list-import',
    'url-shortener',
    'webhook-dispatcher',
  ])('of the example %s does so, too, and is then left alone', async (name) => {
    const text = readFileSync(`examples/${name}.md`, 'utf8');
    const tables = (from: string) => from.split('\n').filter((line) => line.startsWith('|'));
    const once = formatted(text);
    expect(tables(once)).toEqual(tables(await byPrettier(text)));
    expect(formatted(once)).toBe(once);
  });
});

test.each([
  ['', 0],
  ['plain', 5],
  ['漢字', 4],
  ['ｱ', 1],
  ['e\u0301', 1],
  ['👩‍💻', 2],
  ['🏳‍🌈', 2],
  ['🇫🇷', 2],
  ['½…', 2],
])('the width of %j is %i', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
