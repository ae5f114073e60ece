import { describe, expect, test } from 'vitest';
import { disableNextLine } from '../../server/src/rules/engine/disable';
import { applyEdits } from '../../server/src/text/edit';
import { schemaOf, specOf } from '../support/check-text';

const schema = schemaOf('# [Name]\n\n## Goals\n\n- [Goal]\n');
const rows = (count: number, row: string) => `${row}\n`.repeat(count);
const NEXT = '<!-- specwright-disable-next-line placeholder -->\n';
const FROM = '<!-- specwright-disable placeholder -->\n\n';
const TO = '\n\n<!-- specwright-enable placeholder -->';

/** What comes before a block, the block with `§` where the problem is, and what comes after it. Long ones are read in slices. */
const CASES: Readonly<Record<string, readonly [before: string, block: string, after: string]>> = {
  'a table with a problem far below its head': [
    'Costs.\n\n',
    `| What | Cost |\n|------|------|\n${rows(60, '| Server | 4 |')}| § | 4 |\n${rows(60, '| Disk | 1 |').trimEnd()}`,
    '\n\nThe end.\n',
  ],
  'a table with a problem at its end': [
    'Costs.\n\n',
    `| What | Cost |\n|------|------|\n${rows(60, '| Server | 4 |')}| § | 4 |`,
    '\n\nThe end.\n',
  ],
  'a list with a problem in the middle': [
    'Goals.\n\n',
    `${rows(50, '- Fewer calls')}- §\n${rows(50, '- Fewer letters').trimEnd()}`,
    '\n\n## Cost\n\nNone.\n',
  ],
  'the second line of a paragraph': ['One.\n\n', 'Two lines,\nof which § is one.', '\n\nThree.\n'],
  'the first line of a paragraph': ['One.\n\n', 'So § it is,\nand more.', '\n\nThree.\n'],
  'the first line of a list right below a paragraph': ['So:\n', '- §\n- Fewer letters', '\n'],
  'the second line of a list right below a heading': [
    '## Goals\n',
    '- Fewer calls\n- §',
    '\n## Cost\nNone.\n',
  ],
};

describe('a rule is disabled around', () => {
  test.each(Object.entries(CASES))('%s', (_, [before, block, after]) => {
    const head = '# Parcels\n\n';
    const marked = head + before + block + after;
    const start = marked.indexOf('§');
    const text = marked.replace('§', '[Name]');
    const { model } = specOf(text, schema);
    const { edits } = disableNextLine(model, 'placeholder', { start, end: start + 6 });
    const named = block.replace('§', '[Name]');
    const around = block.split('§')[0]!.includes('\n') ? FROM + named + TO : NEXT + named;
    expect(applyEdits(text, edits)).toBe(head + before + around + after);
  });
});
