/** Documents and edits that some incremental reader has got wrong: each became a fixture when it was found. */
export interface CounterExample {
  readonly why: string;
  readonly before: string;
  /** Replaces `removed` UTF-16 units at `at`. */
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

const longTable = '| a | b |\n|---|---|\n' + '| 1 | 2 |\n'.repeat(40);
const longList = '- item\n'.repeat(40);
const looseList = '- item\n\n'.repeat(40);

export const counterExamples: readonly CounterExample[] = [
  { why: 'indented code takes blank lines in', before: '    c\n\n2. x', at: 5, removed: 0, text: ' ' },
  { why: 'indented code takes blank lines in', before: '    c\n\n2. x', at: 7, removed: 3, text: '    ' },
  {
    why: 'an item that starts empty ends at its first blank line',
    before: '-\n\n    e\n    ',
    at: 13,
    removed: 0,
    text: '\n',
  },
  {
    why: 'an item that starts empty ends at its first blank line',
    before: '-\n\n    e\n    ',
    at: 1,
    removed: 0,
    text: ' x',
  },
  { why: 'a space more makes a line part of the item', before: '- a\n\n b', at: 5, removed: 0, text: ' ' },
  { why: 'a space more makes a line part of the item', before: '- a\n\n b\n', at: 6, removed: 0, text: ' ' },
  { why: 'a space more makes a line the next item', before: '- a\n\n-b\n', at: 6, removed: 0, text: ' ' },
  {
    why: 'a space more makes a line part of the note',
    before: '[^n]: a\n\n   b\n',
    at: 10,
    removed: 0,
    text: ' ',
  },
  { why: 'a fence ends with its container', before: '[^n]:~~~\n\n[b]:', at: 14, removed: 0, text: ' /u' },
  { why: 'a fence ends with its container', before: '[^n]:~~~\n\n[b]:', at: 10, removed: 0, text: '    ' },
  {
    why: 'an unclosed fence in an item ends by what follows',
    before: 'x\n- ~~~\n\nx\n',
    at: 9,
    removed: 0,
    text: '[^n]: ',
  },
  {
    why: 'an unclosed fence in a note ends by what follows',
    before: '[^n]:~~~\n\n\n---\n',
    at: 11,
    removed: 0,
    text: '1. ',
  },
  {
    why: 'an unclosed fence in a note ends by what follows',
    before: '[^n]:~~~\n\n[^n]: note\n',
    at: 10,
    removed: 0,
    text: 'x',
  },
  { why: 'a rule becomes front matter', before: '---\n\n-', at: 6, removed: 0, text: '--' },
  { why: 'front matter becomes a rule', before: '---\nk: v\n---\n\n# h\n', at: 9, removed: 1, text: '' },
  {
    why: 'front matter that ends the document is prolonged',
    before: '---\nk: v\n---',
    at: 12,
    removed: 0,
    text: 'x',
  },
  {
    why: 'a second half completes the front matter fence',
    before: '-\n\n--\nk\n---\n\nb',
    at: 1,
    removed: 2,
    text: '',
  },
  {
    why: 'a one-line document gets front matter at its end',
    before: '--',
    at: 2,
    removed: 0,
    text: '-\nk: v\n---\n',
  },
  {
    why: 'a byte order mark is written behind front matter',
    before: '---\n---\nx\n',
    at: 8,
    removed: 0,
    text: '\uFEFF',
  },
  { why: 'a byte order mark is left at the start', before: 'a\uFEFFb', at: 0, removed: 1, text: '' },
  {
    why: 'a line that starts with U+FEFF starts no chunk',
    before: 'a\n\nb\n\n',
    at: 3,
    removed: 0,
    text: '\uFEFF',
  },
  { why: 'CRLF is split', before: 'a\r\n\r\nb', at: 4, removed: 0, text: 'x' },
  { why: 'CRLF is put together', before: 'a\rx\nb', at: 2, removed: 1, text: '' },
  { why: 'a definition far away appears', before: 'see [a]\n\nb\n\n[a] /u\n', at: 15, removed: 0, text: ':' },
  {
    why: 'a definition far away disappears',
    before: 'see [a] and [^n]\n\nb\n\n[a]: /u\n\n[^n]: x\n',
    at: 22,
    removed: 0,
    text: 'b',
  },
  {
    why: 'a footnote far away disappears',
    before: 'see [a] and [^n]\n\nb\n\n[a]: /u\n\n[^n]: x\n',
    at: 31,
    removed: 1,
    text: '',
  },
  {
    why: 'a label spans lines in a quote',
    before: '> [two\n> lines]\n\nb\n\n[two lines] /u\n',
    at: 31,
    removed: 0,
    text: ':',
  },
  {
    why: 'the second of two definitions of a label goes',
    before: '[a]: /u\n\n[a]: /v\n\n[a]\n',
    at: 12,
    removed: 1,
    text: '',
  },
  { why: 'a row of a sliced table is emptied', before: longTable, at: 20 + 17 * 10, removed: 9, text: '' },
  {
    why: 'a table is interrupted where a slice starts',
    before: longTable,
    at: 20 + 16 * 10,
    removed: 0,
    text: '# ',
  },
  { why: 'the header of a sliced table is broken', before: longTable, at: 12, removed: 1, text: 'x' },
  { why: 'the header of a sliced table gets another text', before: longTable, at: 2, removed: 1, text: 'A' },
  {
    why: 'the header of a sliced table gets another alignment',
    before: longTable,
    at: 11,
    removed: 1,
    text: ':',
  },
  { why: 'a sliced table gets a column', before: longTable, at: 9, removed: 11, text: ' c |\n|-|-|-|\n' },
  {
    why: 'two tables become one',
    before: `${longTable}\n| c |\n|---|\n${'| 3 |\n'.repeat(30)}`,
    at: 20 + 40 * 10,
    removed: 1,
    text: '',
  },
  {
    why: 'an item of a sliced list becomes a paragraph',
    before: `p\n\n${longList}`,
    at: 3 + 16 * 7,
    removed: 0,
    text: '\n\np\n\n',
  },
  {
    why: 'an item of a sliced list gets another marker',
    before: longList,
    at: 20 * 7,
    removed: 1,
    text: '*',
  },
  {
    why: 'a sliced list becomes loose between two slices',
    before: longList,
    at: 16 * 7,
    removed: 0,
    text: '\n',
  },
  {
    why: 'a sliced list becomes loose within one slice',
    before: longList,
    at: 18 * 7,
    removed: 0,
    text: '\n',
  },
  { why: 'a loose list becomes tight in one place', before: looseList, at: 16 * 8 - 1, removed: 1, text: '' },
  {
    why: 'a fence opens in an item of a sliced list',
    before: longList,
    at: 15 * 7 + 2,
    removed: 4,
    text: '~~~',
  },
  {
    why: 'a paragraph between two lists goes',
    before: `${longList}\np\n\n${longList}`,
    at: 40 * 7 + 1,
    removed: 3,
    text: '',
  },
  { why: 'a sliced list loses its first slices', before: longList, at: 0, removed: 20 * 7, text: '' },
  { why: 'the whole document goes', before: longList + '\n' + longTable, at: 0, removed: 9999, text: '' },
];
