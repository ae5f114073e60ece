import { applyFixes } from 'markdownlint';
import { lint } from 'markdownlint/sync';
import { format, type Options } from 'prettier';
import { describe, expect, test } from 'vitest';
import { fixAll } from '../../server/src/features/fix-all';
import { checkText, choiceOf, schemaOf } from '../support/check-text';
import { damaged, OWN_DOCUMENTS, type Fixable } from '../support/fixable';
import { memoryHost } from '../support/host';

type Formatter = (text: string) => Promise<string>;

function prettier(options: Options = {}): Formatter {
  return (text) => format(text, { parser: 'markdown', ...options });
}

/** Until nothing changes: one fix of its own may make room for the next. */
function markdownlint(text: string): Promise<string> {
  let result = text;
  for (let round = 0; round < 5; round++) {
    const { text: errors = [] } = lint({ strings: { text: result } });
    result = applyFixes(result, errors);
  }
  return Promise.resolve(result);
}

const FORMATTERS: readonly (readonly [name: string, formatter: Formatter])[] = [
  ['Prettier', prettier()],
  ['Prettier with proseWrap "always"', prettier({ proseWrap: 'always' })],
  ['Prettier with proseWrap "never"', prettier({ proseWrap: 'never' })],
  ["markdownlint's fixer", markdownlint],
];

/** With rules between its sections, lists of all kinds, a table, and lines that end in hard breaks. */
const varied = schemaOf(`# [Name]

**Author:** [Name]\u0020\u0020
**Date:** [YYYY-MM-DD]\u0020\u0020
**Status:** [Draft | In Review | Approved]

---

## Goals

* [Goal 1]
* [Goal 2]

---

## Cost

What | Cost
--- | ---
[Item] | [Cost]

---

## Plan
1) [Step 1]
2) [Step 2]
### Risks
+ [Risk]
`);

/** What formatters would write otherwise, and what a fix would do to it. */
const VARIED: readonly Fixable[] = Object.entries({
  'underlined headings': `Parcels\n=======\n**Author:** Anna\\\n**Date:** 4.5.2026\\\n**Status:** Draft\n\nPlan\n----\n1) One\n2) Two\n\nGoals\n-----\n* Half\n* Third\n`,
  'no blank lines': `# Parcels\n**Author:** Anna  \n**Date:** May 4, 2026  \n## Plan\n1. One\n1. Two\n#### Risks\n- None\n## Cost\nWhat|Cost\n-|-\nRent|4\n`,
  'rules between sections': `# Parcels\n\n***\n\n## Cost\n\nNone.\n\n***\n\n## Goals\n\n+ Half\n\n***\n\n## Plan\n\nSoon.\n`,
  'comments that are of no use': `# Parcels\n<!-- specwright-disable date-invalid -->\n## Goals\n<!-- specwright-disable-next-line placeholder -->\n* Half <!-- specwright-disable-line placeholder -->\n\n\n<!-- specwright-enable -->\n\n\n## Cost\n\n* A\n\n<!-- specwright-disable-line placeholder -->\n\n* B\n`,
  'blank lines and white space at the end': `# Parcels\n\n\n\n**Author:** Anna\t\n\n\n\n## Goals   \n\n\n- Half\n\n\n\n`,
  'no line ending at the end': `# Parcels\n\n## Goals\n\n- Half\n\n~~~\ncode\n~~~`,
}).map(([name, text]) => ({ name, text, schema: varied }));

const DOCUMENTS = [...VARIED, ...OWN_DOCUMENTS].map((document, index) =>
  document.name.startsWith('examples/') ? damaged(document, index + 1) : document,
);

/** How often each rule speaks. */
function counts(text: string, { schema }: Fixable): Map<string, number> {
  const result = new Map<string, number>();
  for (const { rule } of checkText(text, { schema }).problems)
    result.set(rule.id, (result.get(rule.id) ?? 0) + 1);
  return result;
}

function louder(after: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): string[] {
  return [...after].filter(([rule, count]) => count > (before.get(rule) ?? 0)).map(([rule]) => rule);
}

describe.each(DOCUMENTS.map((document) => [document.name, document] as const))(
  'after the first round nothing changes any more: %s',
  { timeout: 60_000 },
  (_, document) => {
    const fixed = (text: string) =>
      fixAll('memory:/spec.md', text, choiceOf({ schema: document.schema }), memoryHost()).text;
    const first = fixed(document.text);
    const before = counts(first, document);

    test.each(FORMATTERS)('fix-all and %s agree', async (_name, formatted) => {
      const once = await formatted(first);
      expect(louder(counts(once, document), before), 'problems of the formatter').toEqual([]);
      expect(fixed(once), 'the second round of fix-all').toBe(once);
      // The same text again: so neither has a third round.
      expect(await formatted(once), 'the second round of the formatter').toBe(once);
    });
  },
);
