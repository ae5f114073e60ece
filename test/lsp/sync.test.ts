import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changed, Client } from './client';
import { draft, finished, startsProcesses } from './fixtures';

startsProcesses();

const uri = 'file:///work/spec.md';
const crlf = draft.replace(/\n/gu, '\r\n');

/** What a fresh server says of the text, or the same one of a document that it never saw. */
async function freshProblems(client: Client, text: string): Promise<unknown> {
  const fresh = 'file:///work/fresh.md';
  client.open(fresh, text);
  const items = await client.pull(fresh);
  client.close(fresh);
  return items;
}

/** Nothing is withheld after a change to two lines, so that the next pull says all. */
function endOfTyping(document: TextDocument): TextDocumentContentChangeEvent {
  const text = document.getText();
  const [eol] = /\r\n|\n|\r/u.exec(text) ?? [];
  if (eol === undefined) return { text };
  const start = document.positionAt(text.indexOf(eol));
  return { range: { start, end: { line: 1, character: 0 } }, text: eol };
}

test.each([
  ['LF', draft],
  ['CRLF', crlf],
  ['CR', draft.replace(/\n/gu, '\r')],
  ['a byte order mark', `\uFEFF${draft}`],
])('problems stand where they are in a text with %s', async (_name, text) => {
  const client = await Client.shared();
  client.open(uri, text);
  const problems = await client.problems(uri);
  expect(problems).toContain('status-invalid WIP');
  expect(problems).toContain('date-invalid 19.11.2026');
  expect(problems).toContain('section-level Data Flow');
  expect(problems).toContain('placeholder [Technical risk 2]');
});

test('columns count UTF-16 units', async () => {
  const client = await Client.shared();
  client.open(uri, draft.replace('[Technical risk 2]', '😀 漢字 [Technical risk 2]'));
  const items = await client.pull(uri);
  const at = items.find((item) => client.describe(uri, item) === 'placeholder [Technical risk 2]');
  expect(at?.range.start).toEqual({ line: 115, character: 8 });
});

test('changes within one notification follow one another', async () => {
  const client = await Client.shared();
  client.open(uri, crlf);
  const line = 5; // **Status:** WIP
  client.change(
    uri,
    { range: { start: { line, character: 12 }, end: { line, character: 15 } }, text: '😀' },
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\r\n' },
    {
      range: { start: { line: line + 1, character: 12 }, end: { line: line + 1, character: 14 } },
      text: 'Draft\r\n',
    },
  );
  expect(client.text(uri)).toContain('\r\n**Status:** Draft\r\n  \r\n');
  expect(await client.pull(uri)).toEqual(await freshProblems(client, client.text(uri)));
});

test('a change may bring the whole text', async () => {
  const client = await Client.shared();
  client.open(uri, draft);
  client.change(uri, { text: finished });
  expect(await client.problems(uri)).toEqual([]);
  client.change(uri, { text: 'No spec.' });
  expect(await client.problems(uri)).toEqual([]);
  client.change(uri, { text: draft }, { text: crlf });
  expect(await client.problems(uri)).toContain('status-invalid WIP');
});

test('a change to a document that is not open is no harm', async () => {
  const client = await Client.shared();
  client.notify('textDocument/didChange', {
    textDocument: { uri: 'file:///work/never.md', version: 2 },
    contentChanges: [{ text: 'x' }],
  });
  client.open(uri, draft);
  expect(await client.problems(uri)).toContain('status-invalid WIP');
});

const pieces = [
  ...[
    'a',
    ' ',
    '\n',
    '\r\n',
    '\n\n',
    '\r',
    '#',
    '## ',
    '### Security\n',
    '\n## Security\n\n',
    '---\n',
    '```\n',
  ],
  ...[
    '- ',
    '| a |',
    '|',
    '[Name]',
    '[H/M/L]',
    '**Status:** Draft',
    '**Status:**',
    '2026-02-30',
    '😀',
    '<!--',
  ],
  ...[
    '-->',
    '<!-- specwright-disable placeholder -->\n',
    '    ',
    '> ',
    '[a]: /b\n',
    'Not applicable: small.\n',
  ],
  ...['---\nspecwright: system\n---\n', 'key: [', '===\n', '\uFEFF'],
];

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  atLineStart: fc.boolean(),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(90) }),
  text: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.constant('') },
  ),
});

function place(document: TextDocument, { at, atLineStart, removed, text }: Edit) {
  const length = document.getText().length;
  const start = document.positionAt(Math.floor(at * length));
  if (atLineStart) start.character = 0;
  const end = document.positionAt(Math.min(length, document.offsetAt(start) + removed));
  return { range: { start, end }, text };
}

test.each([
  ['draft', draft],
  ['draft with CRLF', crlf],
  ['the first half of a finished spec', finished.slice(0, finished.length / 2)],
])(
  'after random edits the problems are those of the text opened afresh: %s',
  async (_name, text) => {
    const client = await Client.start({ settings: { debug: { verifyIncremental: true } } });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 5, maxLength: 8 }),
        async (notifications) => {
          client.open(uri, text);
          for (const edits of notifications) {
            const changes: TextDocumentContentChangeEvent[] = [];
            let document = TextDocument.create(uri, 'markdown', 0, client.text(uri));
            for (const each of [...edits, undefined]) {
              const change = each ? place(document, each) : endOfTyping(document);
              changes.push(change);
              document = changed(document, change);
            }
            client.change(uri, ...changes);
            const items = await client.pull(uri);
            expect(items).toEqual(await freshProblems(client, client.text(uri)));
          }
          client.close(uri);
        },
      ),
      { numRuns: 5 },
    );
    expect(client.log).toEqual([]);
  },
  30_000,
);
