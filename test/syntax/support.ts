import fc from 'fast-check';
import type { Table } from 'mdast';
import { readHead } from '../../server/src/syntax/front-matter';
import type { SyntaxTree } from '../../server/src/syntax/tree';
import { verifyIncremental } from '../../server/src/syntax/verify';
import { applyChange, type TextChange } from '../../server/src/text/change';

/** Lines that begin, continue or end every construct, alone and inside others. */
const nastyLines = [
  ...[
    '',
    '',
    '',
    '',
    '',
    'a',
    'b c',
    '# h',
    '## h2',
    '---',
    '===',
    '...',
    '- x',
    '- ',
    '* y',
    '1. z',
    '2. q',
    '10. q',
    '> q',
    '>',
  ],
  ...[
    '```',
    '~~~',
    '    code',
    '      deep',
    '  ',
    '\t',
    '\tt',
    '<!-- c',
    'c -->',
    '<!-- c -->',
    '<div>',
    '</div>',
    '<b>',
  ],
  ...[
    '<script>',
    '</script>',
    '[a]',
    'see [b][a] x',
    '[a]: /u',
    '[b]: /v "t"',
    '[c]:',
    '"title"',
    'x [^n]',
    '[^n]: note',
    '[^n]:',
  ],
  ...[
    '| a | b |',
    '|---|---|',
    '| 1 | 2 |',
    '|:-|-:|',
    '`x`',
    '**s**',
    '- [ ] t',
    '- [x] [a]',
    'http://x.y',
    '***',
    '<?',
    '?>',
  ],
  ...[
    '  - n',
    '    - nn',
    '   p',
    '> - a',
    '> ```',
    '-\tz',
    '[two',
    'lines]',
    '![i][c]',
    '\\[a]',
    '😀 e',
    '漢字 [a]',
    'k: v',
    '\uFEFFbom',
  ],
  ...[
    '- ~~~',
    '  ~~~',
    '-',
    ' - s',
    '   - s3',
    '+ p',
    ' b',
    '-b',
    '1.b',
    '1) r',
    'NUL\0',
    '[^n]:~~~',
    '    | 1 | 2 |',
    'x | y',
  ],
];
const endings = ['\n', '\n', '\n', '\n', '\n', '\r\n', '\r'];

const ending = fc.constantFrom(...endings);
const line = fc.tuple(fc.constantFrom(...nastyLines), ending).map(([text, end]) => text + end);

const longTable = fc
  .tuple(
    fc.constantFrom('| a | b |\n|---|---|\n', 'x|y\n-|:-:\n', 'p\n| [a] | b |\n|:-|-:|\n'),
    fc.integer({ min: 14, max: 45 }),
    fc.constantFrom('| 1 | [a] |\n', 'c | d | e\n', '| `x` |\r\n', '| [^n] | |\n'),
  )
  .map(([head, rows, row]) => '\n' + head + row.repeat(rows));

const items = [
  '- i\n',
  '- i\n\n',
  '* [a]\n',
  '1. o\n',
  '1. o\n\n',
  '- i\n\n  p\n',
  '- i\n  - n\n',
  '- [ ] t\n',
  '- [x] t\n',
  ' - i\n',
  '- ~~~\n',
  '-\n',
  '- i\n  lazy\n',
  '- i\nlazy\n',
  '- > q\n',
  '7) x\n',
  '- i\n\n      c\n',
];
const longList = fc
  .tuple(
    fc.array(fc.constantFrom(...items), { minLength: 1, maxLength: 2 }),
    fc.integer({ min: 16, max: 50 }),
  )
  .map(([kinds, count]) => {
    const marker = kinds[0]!.trim()[0];
    const same = kinds.filter((kind) => kind.trim()[0] === marker);
    return '\n' + Array.from({ length: count }, (_, index) => same[index % same.length]).join('');
  });

const frontMatter = fc.constantFrom(
  '',
  '',
  '',
  '',
  '---\nk: v\n---\n',
  '---\r\nk: v\r\n---\r\n',
  '\uFEFF---\nk: v\n...\n\n',
  '\uFEFF',
  '---\nopen\n',
  '--\n',
);

export const documents: fc.Arbitrary<string> = fc
  .tuple(
    frontMatter,
    fc.array(
      fc.oneof(
        { weight: 24, arbitrary: line },
        { weight: 1, arbitrary: longTable },
        { weight: 1, arbitrary: longList },
      ),
      { minLength: 3, maxLength: 40 },
    ),
  )
  .map(([front, lines]) => front + lines.join(''));

const inserted = fc.oneof(
  fc.constant(''),
  fc.constantFrom(
    ...['x', ' ', '\n', '\r', '-', '`', '>', '[', ']', ':', '|', '\n\n', '#', '    ', '\uFEFF', '\\'],
    ...['  ', '- ', '1. ', '> ', '\t', '```\n', '~~~', '* ', '[^n]: ', '[a]: /u\n', '\n    '],
  ),
  fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => lines.join('')),
);

/** An edit, placed by fractions of whatever text it meets. */
export interface PlacedEdit {
  readonly at: number;
  /** Chunks and lines start where the reader decides something, so most edits are made near their starts. */
  readonly near: 'anything' | 'line' | 'chunk';
  readonly beside: number;
  readonly removed: number | 'line';
  readonly text: string;
}

export const edits: fc.Arbitrary<PlacedEdit> = fc.record({
  at: fc.integer({ min: 0, max: 9999 }),
  near: fc.constantFrom('anything', 'line', 'chunk', 'chunk'),
  beside: fc.constantFrom(0, 0, 0, -1, -2, 1, 2, 3),
  removed: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 120 }) },
    { weight: 2, arbitrary: fc.constant('line' as const) },
  ),
  text: inserted,
});

export function placeEdit(tree: SyntaxTree, edit: PlacedEdit): TextChange {
  const { text } = tree;
  const start = Math.min(text.length, Math.max(0, nearby(tree, edit) + edit.beside));
  const lineLength = text.slice(start).search(/[\r\n]/) + 1;
  const removed = edit.removed === 'line' ? lineLength : edit.removed;
  return { span: { start, end: Math.min(text.length, start + removed) }, text: edit.text };
}

function nearby(tree: SyntaxTree, { at, near }: PlacedEdit): number {
  const fraction = at / 10_000;
  if (near === 'chunk') return tree.chunkStart(Math.floor(fraction * tree.chunks.length));
  const offset = Math.floor(fraction * (tree.length + 1));
  if (near === 'anything') return offset;
  return Math.max(tree.text.lastIndexOf('\n', offset - 1), tree.text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Applies a change and returns the tree after it with all that is wrong with it. */
export function editAndCheck(
  before: SyntaxTree,
  change: TextChange,
): { after: SyntaxTree; faults: string[] } {
  const after = before.edit(change);
  const text = applyChange(before.text, change);
  const faults = [...invariantFaults(after, text), ...headFaults(after), ...identityFaults(before, after)];
  const difference = verifyIncremental(after);
  if (difference) faults.push(difference);
  return { after, faults };
}

export function invariantFaults(tree: SyntaxTree, text: string): string[] {
  const faults: string[] = [];
  if (tree.text !== text) faults.push('The text is not the edited text.');
  if (tree.length !== text.length) faults.push('The length is not that of the text.');
  const head = readHead(text);
  if (head.bodyStart !== tree.bodyStart)
    faults.push(`bodyStart is ${tree.bodyStart}, not ${head.bodyStart}.`);
  if (JSON.stringify(head.frontMatter) !== JSON.stringify(tree.frontMatter))
    faults.push('The front matter is wrong.');
  let offset = tree.bodyStart;
  tree.chunks.forEach((chunk, index) => {
    if (tree.chunkStart(index) !== offset) faults.push(`chunkStart(${index}) is wrong.`);
    const line = text.slice(0, offset).split(/\r\n|\n|\r/).length - 1;
    if (tree.chunkLine(index) !== line) faults.push(`chunkLine(${index}) is wrong.`);
    if (chunk.text !== '' && tree.chunkAt(offset) !== index) faults.push(`chunkAt(${offset}) is wrong.`);
    if (index > 0 && chunk.text.startsWith('\uFEFF')) faults.push(`Chunk ${index} starts with U+FEFF.`);
    offset += chunk.text.length;
    if (chunk.text !== '' && tree.chunkAt(offset - 1) !== index)
      faults.push(`chunkAt(${offset - 1}) is wrong.`);
  });
  if (tree.chunkStart(tree.chunks.length) !== text.length)
    faults.push('The chunks do not end where the text does.');
  return faults;
}

/** What a later slice of a table says of its header has to be what the first slice shows. */
function headFaults(tree: SyntaxTree): string[] {
  const faults: string[] = [];
  let table: Table | undefined;
  let headText = '';
  for (const { text, blocks } of tree.chunks) {
    for (const { node, continues, ...slice } of blocks) {
      if (node.type !== 'table') continue;
      if (!continues) {
        const { start } = node.position!;
        table = node;
        headText =
          text.slice(start.offset! - start.column + 1).match(/^.*(?:\r\n|\n|\r).*(?:\r\n|\n|\r)/)?.[0] ?? '';
      } else if (slice.headText !== headText || String(node.align) !== String(table?.align)) {
        faults.push('A table slice has another header than its table.');
      }
    }
  }
  return faults;
}

function identityFaults(before: SyntaxTree, after: SyntaxTree): string[] {
  const { changed } = after;
  if (!changed) return ['An edited tree does not say what changed.'];
  const reread = new Set(changed.reread);
  const shift = changed.toBefore - changed.toAfter;
  if (before.chunks.length - after.chunks.length !== shift) return ['The changed range does not add up.'];
  return after.chunks.flatMap((chunk, index) => {
    if (reread.has(index) || (index >= changed.from && index < changed.toAfter)) return [];
    const old = before.chunks[index < changed.from ? index : index + shift];
    return old === chunk ? [] : [`Chunk ${index} lost its identity.`];
  });
}
