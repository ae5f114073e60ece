import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RootContent } from 'mdast';
import { parseFresh, parseWindow, noSeeds } from '../../server/src/syntax/parser';
import { firstDifference } from '../../server/src/syntax/difference';
import { readPlain } from '../../server/src/syntax/plain';
import { TEMPLATES } from '../support/templates';
import { generateSpec } from '../support/generate-spec';
import { documents } from './support';

const seed = Number(process.env.SPECWRIGHT_FUZZ_SEED ?? Math.floor(Math.random() * 0x7fffffff));
const numRuns = Number(process.env.SPECWRIGHT_FUZZ_RUNS ?? 600);

/** How a text is read otherwise than by the grammar; undefined where it is not. */
function fault(text: string): string | undefined {
  let expected: RootContent[];
  try {
    expected = parseFresh(text).children;
  } catch {
    return undefined; // The parser's development build stops at some texts; there is nothing to compare with.
  }
  return firstDifference(parseWindow(text, noSeeds), expected);
}

/** Lines that are plain, that only look like it, and that make what stands around them something else. */
const LINES = [
  ...[
    '',
    '',
    '',
    '',
    ' ',
    '\t',
    'One word',
    'Two words, and more.',
    'É 漢字 😀 e',
    'a',
    'A - b: c (d) > "e"!',
  ],
  ...[
    '# Title',
    '## 2. Goals',
    '### Goals',
    '#   Wide',
    '####### Seven',
    '#None',
    '# ',
    '# a #',
    '# A! ',
    '## A  b',
  ],
  ...[
    'trailing  ',
    'trailing\\',
    'tab\tin',
    ' indented',
    '    code',
    '\tcode',
    '- item',
    '-',
    '1. item',
    '  more',
  ],
  ...[
    '> quote',
    'lazy line',
    '```',
    '```js',
    '~~~',
    '<div>',
    '</div>',
    '<!--',
    '-->',
    '<b>x</b>',
    '<?',
    '?>',
  ],
  ...[
    '---',
    '===',
    '***',
    '| a | b |',
    '|---|---|',
    'a | b',
    ':-',
    '-|-',
    'x_y_z',
    '*em*',
    '`code`',
    'a & b',
    '&amp;',
  ],
  ...[
    '[a]',
    '[a]: /u',
    '[^1]',
    '[^1]: note',
    '    note',
    'WWW.a.de',
    'see www.a.de',
    'http://a.de',
    'a@b.de',
    'x:y',
  ],
  ...[
    'Ends in \u00a0',
    '\u2028',
    'a\u2028b',
    '\u0085x',
    'x\u000by',
    'NUL\0',
    '\uFEFFbom',
    '\ud800',
    'e\u0301',
    'mailto:a',
  ],
];

const lines = fc.array(
  fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', '\r')),
  { maxLength: 14 },
);
const windows = lines.map((all) => all.map(([line, end]) => line + end).join(''));
const unixWindows = windows.map((text) => text.replace(/\r\n?/gu, '\n'));
const dosWindows = unixWindows.map((text) => text.replaceAll('\n', '\r\n'));

test(
  `whatever is plain is read as the grammar reads it (SPECWRIGHT_FUZZ_SEED=${seed})`,
  () => {
    const check = (text: string) => {
      expect(fault(text), JSON.stringify(text)).toBeUndefined();
      expect(fault(text.trimEnd()), JSON.stringify(text.trimEnd())).toBeUndefined();
    };
    const any = fc.oneof(windows, documents, { weight: 4, arbitrary: unixWindows }, dosWindows);
    fc.assert(fc.property(any, check), { seed, numRuns });
  },
  Infinity,
);

test('so are long specs and the templates', () => {
  const texts = [generateSpec(600), ...TEMPLATES.map(({ text }) => text)];
  expect(texts.flatMap((text) => fault(text) ?? [])).toEqual([]);
}, 120_000);

test.each([
  ['nothing of headings and paragraphs', '# One\n\nTwo words\nin lines.\n\n## Three\nFour\n', []],
  ['what stands between', 'One\n\n- two\n\n  three\n\nFour\n', ['- two\n\n  three\n\na\n\n']],
  ['what stands at the end', 'One\n\n*two*\n', ['*two*\n']],
  ['several parts at once', '*One*\n\nTwo\n\n*three*\n', ['*One*\n\na\n\n*three*\n']],
  ['all, where a fence is open', 'One\n\n```\n\nTwo\n', ['```\n\na\n\n', 'One\n\n```\n\nTwo\n']],
  ['all, where a definition may be anywhere', 'One\n\n[a]: /u\n', ['One\n\n[a]: /u\n']],
])('the grammar is asked for %s', (_, text, asked) => {
  const parts: string[] = [];
  readPlain(text, (part) => {
    parts.push(part);
    return parseFresh(part).children;
  });
  expect(parts).toEqual(asked);
});
