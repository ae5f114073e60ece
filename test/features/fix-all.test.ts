import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixAll } from '../../server/src/features/fix-all';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/span';
import { withEol } from '../../server/src/text/line';
import { checkText, choiceOf, schemaOf, specOf } from '../support/check-text';
import { damaged, OWN_DOCUMENTS, REAL_DOCUMENTS, type Fixable } from '../support/fixable';
import { memoryHost } from '../support/host';
import { ABSENT, hasShared } from '../support/shared';

const schema = schemaOf(`# [Name]

**Author:** [Name]
**Date:** [YYYY-MM-DD]
**Status:** [Draft | In Review | Approved]

## Goals

What gets better, in numbers.

### Non-goals

What stays as it is.

## Design

### Interfaces

What others call.

### Storage

What is kept where.

## Security

Who may do what.
`);

const fixed = (text: string) => fixAll('memory:/spec.md', text, choiceOf({ schema }), memoryHost()).text;

/** How often each rule is heard. What an inserted section asks for is new, and meant. */
function counts(text: string): Map<string, number> {
  const result = new Map<string, number>();
  for (const { rule } of checkText(text, { schema }).problems)
    if (!/^(?:placeholder|empty-section)$/u.test(rule.id))
      result.set(rule.id, (result.get(rule.id) ?? 0) + 1);
  return result;
}

describe('fix-all', () => {
  test('applies every safe fix and no other', () => {
    expect(
      fixed(`# Parcels

**Author:** Anna
**Date:** 4 May 2026
**Status:** WIP

## Securty

Signed.

## Design

#### Storage

One table.

### Interfaces

One webhook.
`),
    ).toBe(`# Parcels

**Author:** Anna
**Date:** 2026-05-04
**Status:** WIP

## Securty

Signed.

## Goals

What gets better, in numbers.

### Non-goals

What stays as it is.

## Design

### Interfaces

One webhook.

### Storage

One table.
`);
  });

  test('leaves a document without problems as it is, byte for byte', () => {
    const text =
      '\uFEFF# Parcels\r\n\r\n**Author:** Anna\r\n**Date:** 2026-05-04\n**Status:** Draft\r\n\r\n## Goals  \r\nHalf.\t\r\n### Non-goals\nNone.\n## Design\n### Interfaces\nOne.\n### Storage\nOne.\n## Security\nYes.';
    expect(fixed(text)).toBe(text);
  });

  test('adds no column of blank cells, each of which another rule would report', () => {
    const risks = schemaOf(`# [Name]

## Risks

| Risk | Impact | Mitigation |
|------|--------|------------|
| [External API downtime] | High | Circuit breaker |
`);
    const text = '# Parcels\n\n## Risks\n\n| Risk | Impact |\n|---|---|\n| Depot floods | High |\n';
    expect(checkText(text, { schema: risks }).problems.map(({ rule }) => rule.id)).toEqual([
      'table-missing-column',
    ]);
    expect(fixAll('memory:/spec.md', text, choiceOf({ schema: risks }), memoryHost()).text).toBe(text);
  });

  test('leaves a file that is no spec as it is', () => {
    const text = '# Shopping\n\n- milk\n';
    expect(fixAll('memory:/list.md', text, choiceOf({}), memoryHost())).toEqual({ text, edits: [] });
  });

  test('damaged at random: converges, is idempotent, adds no problem and loses no line of the author', () => {
    const whole = specOf(
      schema.starter
        .replace('[Name]\n\n', 'Parcels\n\n')
        .replace('[Name]', 'Anna')
        .replace('[YYYY-MM-DD]', '2026-05-04')
        .replace('[Draft | In Review | Approved]', 'Draft')
        .replace(/^(What|Who)/gmu, 'Our answer to: $1'),
      schema,
    );
    const { sections } = whole.model.shape;
    const damage = fc.record({
      section: fc.integer({ min: 1, max: sections.length - 1 }),
      kind: fc.constantFrom('deeper', 'removed', 'appended'),
    });
    const property = fc.property(
      fc.array(damage, { maxLength: 3 }),
      fc.constantFrom('\n', '\r\n'),
      (damages, eol) => {
        let text = whole.model.tree.text;
        for (const { section, kind } of damages) {
          const { model } = specOf(text, schema);
          const hit = model.shape.sections[section % model.shape.sections.length]!;
          if (hit.ordinal === 0) continue;
          const span = model.sectionSpan(hit);
          const source = text.slice(span.start, span.end);
          if (kind === 'deeper')
            text = applyEdits(text, [{ span: { start: span.start, end: span.start }, newText: '#' }]);
          else
            text =
              applyEdits(text, [{ span, newText: '' }]) +
              (kind === 'appended' ? `\n${source.trimEnd()}\n` : '');
        }
        text = withEol(text, eol);
        const result = fixed(text);
        expect(fixed(result)).toBe(result);
        const [before, after] = [counts(text), counts(result)];
        for (const [rule, count] of after) expect(count, rule).toBeLessThanOrEqual(before.get(rule) ?? 0);
        expect([...after.keys()].filter((rule) => rule.startsWith('missing-'))).toEqual([]);
        const answers = (source: string) =>
          [...source.matchAll(/^Our answer.*$/gmu)].map(([line]) => line.trim()).sort();
        expect(answers(result)).toEqual(answers(text));
        expect(result.replaceAll(eol, '')).not.toMatch(/[\r\n]/u);
      },
    );
    fc.assert(property, { numRuns: 60 });
  });
});

/** Problems by rule and by what they are about: the heading that is missing, or the text that is marked. */
function countsByPlace(text: string, { schema }: Fixable, inserted: readonly Span[] = []) {
  const counts = new Map<string, number>();
  for (const { rule, slot, span } of checkText(text, { schema }).problems) {
    // A summary tells of what an inserted section asks for.
    if (rule.scope === 'summary') continue;
    const isMissing = rule.id.startsWith('missing-');
    if (!isMissing && inserted.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
    const marked = text.slice(span.start, span.end).replace(/^#+ /u, '');
    const key = `${rule.id}: ${isMissing ? slot : marked}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Where the new text of edits stands once they are made. */
function insertedBy(edits: readonly TextEdit[]): Span[] {
  let shift = 0;
  return edits.map(({ span: { start, end }, newText }) => {
    const from = start + shift;
    shift += newText.length - (end - start);
    return { start: from, end: from + newText.length };
  });
}

function wordsOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/u).map((line) => line.replace(/^#+ /u, '').trim());
}

/** The lines that safe fixes are about. */
function linesWithSafeFix(text: string, { schema }: Fixable): Set<string> {
  const { document, problems } = checkText(text, { schema });
  const lines = wordsOf(text);
  const lineAt = (offset: number) => document.lines.positionAt(offset).line;
  const spans = problems
    .filter(({ rule }) => rule.fix === 'safe')
    .flatMap(({ span, related }) => [span, ...related.map((other) => other.span)]);
  return new Set(spans.flatMap(({ start, end }) => lines.slice(lineAt(start), lineAt(end) + 1)));
}

describe.each([
  ['our own documents', OWN_DOCUMENTS],
  [
    'damaged documents',
    OWN_DOCUMENTS.flatMap((document) => [1, 2, 3].map((seed) => damaged(document, seed))),
  ],
  ['documents of real authors', REAL_DOCUMENTS],
])('fix-all on %s', (_, documents) => {
  test.each(documents.map((document) => [document.name, document] as const))('%s', (_name, document) => {
    const { text, schema } = document;
    const fix = (source: string) => fixAll('memory:/spec.md', source, choiceOf({ schema }), memoryHost());
    const result = fix(text);
    expect(applyEdits(text, result.edits), 'the edits make the text').toBe(result.text);
    expect(fix(result.text), 'a second time changes nothing').toEqual({ text: result.text, edits: [] });
    // What an inserted section asks for is new, and meant; what a damaged one hid may be seen again.
    const known = [text, document.original ?? text].map((source) => countsByPlace(source, document));
    const after = countsByPlace(result.text, document, insertedBy(result.edits));
    const isNew = ([key, count]: [string, number]) => known.every((before) => count > (before.get(key) ?? 0));
    expect([...after].filter(isNew)).toEqual([]);
    const kept = wordsOf(result.text);
    const mayChange = linesWithSafeFix(text, document);
    const lost = wordsOf(text).filter((line) => {
      const at = kept.indexOf(line);
      if (at >= 0) kept.splice(at, 1);
      // Blank lines, rules between sections and underlines of headings follow the sections.
      return at < 0 && !/^(?:-*|=*)$/u.test(line) && !mayChange.has(line);
    });
    expect(lost).toEqual([]);
  });
});

if (!hasShared) test.skip(`fix-all on documents of real authors${ABSENT}`);
