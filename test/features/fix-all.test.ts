import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixAll } from '../../server/src/features/fix-all';
import { applyEdits } from '../../server/src/text/edit';
import { withEol } from '../../server/src/text/line';
import { checkText, choiceOf, schemaOf, specOf } from '../support/check-text';
import { memoryHost } from '../support/host';

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

const fixed = (text: string) => fixAll('memory:/spec.md', text, choiceOf({ schema }), memoryHost());

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

  test('leaves a file that is no spec as it is', () => {
    const text = '# Shopping\n\n- milk\n';
    expect(fixAll('memory:/list.md', text, choiceOf({}), memoryHost())).toBe(text);
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
