import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { tokensIn } from '../../../server/src/features/colouring/tokens';
import type { Span } from '../../../server/src/text/span';
import { withEol } from '../../../server/src/text/line';
import type { Spec } from '../../../server/src/workspace/spec';
import { readCaretMarks } from '../../support/caret-marks';
import { BUILTINS, checkText, schemaOf, specOf } from '../../support/check-text';
import { readExamplePage } from '../../support/example-page';
import { generateSpec } from '../../support/generate-spec';

const page = readFileSync(path.join(import.meta.dirname, 'tokens.md'), 'utf8');

function coloured(spec: Spec, part: Span = { start: 0, end: spec.model.tree.length }): string[] {
  return tokensIn(spec, part).map(
    ({ kind, span, isDefinition }) =>
      `${span.start}: ${spec.model.tree.slice(span.start, span.end)} ${kind}${isDefinition ? ' definition' : ''}`,
  );
}

describe('what only the schema knows is coloured', () => {
  for (const { name, template, document } of readExamplePage(page)) {
    test.each(['\n', '\r\n'])(`${name} %j`, (eol) => {
      const { text, marks } = readCaretMarks(withEol(document, eol));
      const expected = marks
        .sort((a, b) => a.span.start - b.span.start)
        .map(({ label, span }) => `${span.start}: ${text.slice(span.start, span.end)} ${label}`);
      expect(coloured(specOf(text, schemaOf(template!)))).toEqual(expected);
    });
  }
});

test('a part of a document has the tokens that the whole has there, and costs no more than the part', () => {
  const ids = Array.from({ length: 300 }, (_, i) => `As FR-${i} has it, a parcel is sent.\n\n`);
  const text = generateSpec(1500) + ids.join('');
  const { spec } = checkText(text).document;
  const all = coloured(spec!);
  expect(all.length).toBeGreaterThan(20);
  for (let start = 0; start < text.length; start += Math.ceil(text.length / 23)) {
    const part = { start, end: start + 2000 };
    const inside = tokensIn(spec!, { start: 0, end: text.length }).filter(
      ({ span }) => part.start <= span.start && span.end <= part.end,
    ).length;
    const found = coloured(spec!, part);
    expect(all).toEqual(expect.arrayContaining(found));
    expect(found.length).toBeGreaterThanOrEqual(inside);
    expect(found.length).toBeLessThan(all.length);
  }
});

test('every placeholder that a template asks for is coloured in what a new spec starts from', () => {
  for (const schema of BUILTINS) {
    const { document, problems } = checkText(schema.starter, { schema });
    const spans = new Set(
      tokensIn(document.spec!, { start: 0, end: schema.starter.length })
        .filter(({ kind }) => kind === 'placeholder')
        .map(({ span }) => span.start),
    );
    const missed = problems.filter(({ rule, span }) => rule.id === 'placeholder' && !spans.has(span.start));
    expect(missed.map(({ message }) => message)).toEqual([]);
    expect(spans.size).toBeGreaterThan(10);
  }
});
