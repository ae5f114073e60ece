import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldsOf } from '../../../server/src/features/folding';
import { selectionRanges } from '../../../server/src/features/selection-ranges';
import { symbolsOf, type SectionSymbol } from '../../../server/src/features/symbols';
import { withEol } from '../../../server/src/text/line';
import type { Span } from '../../../server/src/text/span';
import { OpenDocument } from '../../../server/src/workspace/open-document';
import { BUILTINS, choiceOf, schemaOf } from '../../support/check-text';
import { readExamplePage, type PageExample } from '../../support/example-page';
import { generateTableSpec } from '../../support/generate-spec';
import { readMarked } from '../../support/marked-text';

const page = readExamplePage(readFileSync(path.join(import.meta.dirname, 'structure.md'), 'utf8'));
const system = BUILTINS.find(({ id }) => id === 'system')!;

function opened(text: string, template?: string): OpenDocument {
  const schema = template === undefined ? system : schemaOf(template);
  return new OpenDocument('memory:/spec.md', text, choiceOf({ schema }));
}

/** What the document has of each kind that the example expects, as the page writes it. */
const SHOWN: Readonly<Record<string, (document: OpenDocument, cursor: number) => string[]>> = {
  Folds: (document) => foldsOf(document.spec!).map(({ kind, span }) => `${linesOf(document, span)} ${kind}`),
  Selections: (document, cursor) =>
    selectionRanges(document.spec!.model, cursor).map((span) => excerpt(document, span)),
  Symbols: (document) => symbolsOf(document.spec!).flatMap((symbol) => outline(document, symbol, '')),
};

function linesOf({ lines }: OpenDocument, { start, end }: Span): string {
  return `${lines.positionAt(start).line + 1}-${lines.positionAt(end).line + 1}`;
}

/** A short text as it is, a long one by its lines and how it begins and ends. */
function excerpt(document: OpenDocument, span: Span): string {
  const text = document.content.slice(span.start, span.end);
  const [first = '', ...others] = text.split(/\r\n|\n/u);
  return others.length === 0 ? `"${text}"` : `${linesOf(document, span)} "${first}" … "${others.at(-1)}"`;
}

function outline(document: OpenDocument, symbol: SectionSymbol, indent: string): string[] {
  const { name, detail, span, headingSpan, children } = symbol;
  const heading = document.content.slice(headingSpan.start, headingSpan.end).replace(/\s+/gu, ' ');
  const about = detail === '' ? '' : ` [${detail}]`;
  return [
    `${indent}${name}${about}, lines ${linesOf(document, span)}, at "${heading}"`,
    ...children.flatMap((child) => outline(document, child, `${indent}  `)),
  ];
}

function check({ template, document, expected }: PageExample, eol: string): void {
  const source = expected.has('Without a final newline') ? document.trimEnd() : document;
  const isMarked = expected.has('Selections');
  const { text, span } = isMarked
    ? readMarked(withEol(source, eol))
    : { text: withEol(source, eol), span: { start: 0 } };
  const kinds = [...expected].filter(([label]) => label in SHOWN);
  expect(kinds.length).toBeGreaterThan(0);
  for (const [label, lines] of kinds)
    expect(SHOWN[label]!(opened(text, template), span.start)).toEqual(
      lines.split('\n').filter((line) => line !== ''),
    );
}

for (const example of page) {
  test(example.name, () => check(example, '\n'));
  test(`${example.name}, with CRLF`, () => check(example, '\r\n'));
}

describe('a table too long to be read at once', () => {
  const text = generateTableSpec(700);
  const document = opened(text);
  const row = text.indexOf('\n|', text.length / 2) + 4;

  test('folds as one', () => {
    const long = foldsOf(document.spec!).filter(
      ({ kind, span }) => kind === 'table' && span.start < row && row < span.end,
    );
    expect(long).toHaveLength(1);
    expect(document.content.slice(long[0]!.span.start, long[0]!.span.end).split('\n')).toHaveLength(702);
  });

  test('is selected as one', () => {
    const heights = selectionRanges(document.spec!.model, row).map(
      ({ start, end }) => text.slice(start, end).split('\n').length,
    );
    expect(heights).toContain(702);
  });
});

test('a selection grows at every offset of every document, up to the whole', () => {
  for (const { template, document } of page) {
    const text = document.replace('$0', '');
    const { model } = opened(text, template).spec!;
    for (let offset = 0; offset <= text.length; offset++) {
      const spans = selectionRanges(model, offset);
      expect(spans[0]!.start <= offset && offset <= spans[0]!.end).toBe(true);
      expect(spans.at(-1)).toEqual({ start: 0, end: text.length });
      spans.slice(1).forEach((span, i) => {
        const inner = spans[i]!;
        expect(span.start <= inner.start && inner.end <= span.end).toBe(true);
        expect(span).not.toEqual(inner);
      });
    }
  }
});
