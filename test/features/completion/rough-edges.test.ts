import { describe, expect, test } from 'vitest';
import type { Completion } from '../../../server/src/features/completion/completion';
import { completionsAt } from '../../../server/src/features/completion/completions';
import { applyEdits } from '../../../server/src/text/edit';
import { NO_LOOKUP } from '../../../server/src/workspace/index/lookup';
import { NO_WORKSPACE } from '../../../server/src/workspace/index/view';
import { schemaOf, specOf } from '../../support/check-text';

const schema = schemaOf(
  '# [Name]\n\n**Status:** [Draft | Approved]\n\n## Goals\n\n[What for.]\n\n## Risks\n\n| Risk | Impact |\n|---|---|\n| [Risk] | [H/M/L] |\n',
);

/** What is offered at the end of a text. */
function at(text: string, trigger?: string): Completion[] {
  return completionsAt({
    spec: specOf(text, schema),
    offset: text.length,
    trigger,
    workspace: NO_WORKSPACE,
    lookup: NO_LOOKUP,
    schemas: [schema],
    today: '2026-06-15',
    author: '',
    problemsOf: () => [],
  });
}

const chosen = (text: string, label: string, trigger?: string) => {
  const { span, text: newText } = at(text, trigger).find((completion) => completion.label === label)!;
  return applyEdits(text, [{ span, newText }]);
};

describe('a document', () => {
  test('without a final newline', () => {
    expect(chosen('# Parcels\n\n##', 'Goals', '#')).toBe('# Parcels\n\n## Goals\n\n[What for.]');
  });

  test('with lone carriage returns', () => {
    expect(chosen('# Parcels\r\r##', 'Goals', '#')).toBe('# Parcels\r\r## Goals\r\r[What for.]');
  });

  test('of only a title', () => {
    expect(at('# Parcels\n').map(({ label }) => label)).toEqual(['Status', 'Goals', 'Risks']);
  });

  test('of nothing', () => {
    expect(at('').map(({ label }) => label)).toContain('[Name]');
  });

  test('with a byte order mark', () => {
    expect(chosen('\uFEFF# Parcels\n\n##', 'Goals', '#')).toBe('\uFEFF# Parcels\n\n## Goals\n\n[What for.]');
  });

  test('in Chinese, with emoji', () => {
    const text = '# 包裹 📦\n\n## Risks\n\n| Risk | Impact |\n|---|---|\n| 丢失 📦|';
    expect(chosen(text, 'M', '|')).toBe(`${text} M |`);
  });

  test('in Hebrew', () => {
    expect(chosen('# חבילות\n\n**Status:**', 'Draft', ':')).toBe('# חבילות\n\n**Status:** Draft');
  });

  test('with tabs', () => {
    const text = '# Parcels\n\n**Status:**\tDr';
    expect(chosen(text, 'Draft')).toBe('# Parcels\n\n**Status:**\tDraft');
  });

  test('with a fence that nobody has closed', () => {
    expect(at('# Parcels\n\n## Goals\n\n```js\nfoo\n\n')).toEqual([]);
    expect(at('# Parcels\n\n## Goals\n\n```js\nfoo\n\n##', '#')).toEqual([]);
  });

  test('with a comment that nobody has closed', () => {
    expect(at('# Parcels\n\n## Goals\n\n<!-- foo\n\n##', '#')).toEqual([]);
  });

  test('with math over several lines', () => {
    expect(at('# Parcels\n\n## Goals\n\n$$\na\n##', '#')).toEqual([]);
  });

  test('whose last line is a table without an end', () => {
    expect(at('# Parcels\n\n## Risks\n\n| Risk | Impact |\n|---', '-')).toEqual([]);
    expect(at('# Parcels\n\n## Risks\n\n| Risk | Impact |\n|', '|')).toEqual([]);
  });
});
