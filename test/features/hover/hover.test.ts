import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../server/src/features/escape-markdown';
import { expectationText } from '../../../server/src/features/hover/expectation-text';
import { hoverAt } from '../../../server/src/features/hover/hover';
import { toMarkdown, toPlainText } from '../../../server/src/features/hover/hover-text';
import { PLACEHOLDER_RULES } from '../../../server/src/features/section-state';
import { withEol } from '../../../server/src/text/line';
import { NO_LOOKUP, type WorkspaceLookup } from '../../../server/src/workspace/index/lookup';
import { NO_WORKSPACE, type WorkspaceView } from '../../../server/src/workspace/index/view';
import { BUILTINS, checkText, only, schemaOf } from '../../support/check-text';
import { readExamplePage, type PageExample } from '../../support/example-page';
import { readMarked } from '../../support/marked-text';

const system = BUILTINS.find(({ id }) => id === 'system')!;

/** A workspace in which another document defines FR-9, and two mention FR-1 to FR-9. */
const others: WorkspaceView = { ...NO_WORKSPACE, isComplete: () => true, defines: (key) => key === 'FR-9' };
const lookup: WorkspaceLookup = {
  ...NO_LOOKUP,
  mentioning: (key) => (/^FR-\d$/u.test(key) ? ['notes.md', '../plans/`odd` [name](x).md'] : []),
};

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'))) {
  describe(path.basename(file, '.md'), () => {
    for (const example of readExamplePage(readFileSync(path.join(import.meta.dirname, file), 'utf8'))) {
      test(example.name, () => check(example, '\n'));
      test(`${example.name}, with CRLF`, () => check(example, '\r\n'));
    }
  });
}

function check({ template, document, expected }: PageExample, eol: string): void {
  const { text, span } = readMarked(
    withEol(expected.has('Without a final newline') ? document.trimEnd() : document, eol),
  );
  const schema = template === undefined ? system : schemaOf(template);
  // Most examples are about what a hover says by itself, whatever else is wrong with their few lines.
  const configuration = expected.has('With all rules') ? {} : only(...PLACEHOLDER_RULES);
  const checked = checkText(text, { schema, configuration });
  const found = hoverAt({
    spec: checked.document.spec!,
    offset: span.start,
    problems: checked.problems,
    workspace: expected.has('In a workspace') ? others : NO_WORKSPACE,
    lookup: expected.has('In a workspace') ? lookup : NO_LOOKUP,
  });
  const shown = found
    ? { Over: text.slice(found.span.start, found.span.end), Shows: toMarkdown(found.blocks) }
    : undefined;
  if (expected.has('Nothing')) expect(shown).toBeUndefined();
  else
    expect(shown).toEqual({
      Over: withEol(expected.get('Over')!.trimEnd(), eol),
      Shows: expected.get('Shows')!.trimEnd(),
    });
}

describe('text of a document', () => {
  test('is shown as it is in Markdown', () => {
    expect(escapeMarkdown('**a** _b_ `c` [d](command:e) <b>f</b> ![g](h) &amp; ~~i~~ $(k) | l')).toBe(
      '\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\[d\\](command:e) \\<b\\>f\\</b\\> \\!\\[g\\](h) \\&amp; \\~\\~i\\~\\~ \\$(k) \\| l',
    );
  });

  test('makes no link by itself', () => {
    expect(escapeMarkdown('*see* https://example.org/_a_ or www.example.org or me@example.org!')).toBe(
      '\\*see\\* `https://example.org/_a_` or `www.example.org` or `me@example.org`\\!',
    );
  });

  test('begins no list, heading or rule', () => {
    expect(['- a', '1. a', '+ a', '# a', '===', '> a', '12) a'].map(escapeMarkdown)).toEqual([
      '\\- a',
      '1\\. a',
      '\\+ a',
      '\\# a',
      '\\===',
      '\\> a',
      '12\\) a',
    ]);
  });

  test('stays on one line', () => {
    expect(escapeMarkdown('a\r\n\r\n# b')).toBe('a \\# b');
    expect(toMarkdown([[{ code: 'a\n`b`` c`' }]])).toBe('``` a `b`` c` ```');
  });

  test('is shown without any mark where an editor knows no Markdown', () => {
    const blocks = [
      [{ bold: 'Goals' }, ' – ', { code: 'a*b' }, ' ', { link: 'page', href: 'https://example.org' }],
      { items: [['*one*'], [{ italic: 'two' }]] },
    ];
    expect(toPlainText(blocks)).toBe('Goals – a*b page\n\n- *one*\n- two');
  });
});

test.each([
  ['required', 'required', undefined, undefined, 'required'],
  ['required', 'required', 'for services', 'large', 'required for services'],
  ['suggested', 'suggested', undefined, undefined, 'optional, but suggested'],
  ['optional', 'optional', undefined, 'small', 'optional'],
  ['optional', 'required', undefined, 'small', 'may be left out in a small project'],
  ['recommended', 'optional', undefined, 'large', 'optional, and recommended for a large project'],
] as const)('%s, of what the template calls %s', (expectation, requirement, condition, size, text) => {
  expect(expectationText(expectation, { requirement, condition }, size)).toBe(text);
});
