import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelWork } from '../../server/src/model/chunk-facts';
import type { ContentKind } from '../../server/src/model/document-content';
import { DocumentModel } from '../../server/src/model/document-model';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { generateSpec } from '../support/generate-spec';

const modelOf = (text: string) => new DocumentModel(SyntaxTree.parse(text));

describe('sections', () => {
  test('nest by level, with gaps', () => {
    const { sections } = modelOf('# A\n\n### B\n\n## C\n\n# D\n').shape;
    expect(sections.map(({ title, parent }) => [title, parent?.title])).toEqual([
      ['A', undefined],
      ['B', 'A'],
      ['C', 'A'],
      ['D', undefined],
    ]);
  });

  test.each([
    ['## *Goals* and `code`\n', 'Goals and code', '*Goals* and `code`'],
    ['## Goals ##\n', 'Goals', 'Goals'],
    ['  ##\tGoals   \n', 'Goals', 'Goals'],
    ['Goals\n---\n', 'Goals', 'Goals'],
    ['Goals\nand more\n===\n', 'Goals and more', 'Goals\nand more'],
    ['## [Goals](x.md) 😀\n', 'Goals 😀', '[Goals](x.md) 😀'],
    ['## https://example.org\n', 'https://example.org', 'https://example.org'],
    ['##\n', '', ''],
    ['## #\n', '', ''],
  ])('have the title of their heading: %j', (text, title, source) => {
    const model = modelOf(`\uFEFFtext\n\n${text}`);
    const section = model.shape.sections[0]!;
    const { start, end } = model.titleSpan(section);
    expect([section.title, model.tree.text.slice(start, end)]).toEqual([title, source]);
  });

  test('are not found in quotations, lists and code', () => {
    expect(modelOf('> # A\n\n- # B\n\n```\n# C\n```\n\n<div>\n# D\n</div>\n').shape.sections).toEqual([]);
  });

  test('span what is in them', () => {
    const text = '# A\n\na\n\n## B\n\nb\n\n# C\n\nc';
    const model = modelOf(text);
    const [a, b, c] = model.shape.sections;
    const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(cut(model.sectionSpan(a!))).toBe('# A\n\na\n\n## B\n\nb\n\n');
    expect(cut(model.bodySpan(a!))).toBe('\n\na\n\n');
    expect(cut(model.sectionSpan(b!))).toBe('## B\n\nb\n\n');
    expect(cut(model.sectionSpan(c!))).toBe('# C\n\nc');
  });
});

interface RandomEdit {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

function edited(start: string, edits: readonly RandomEdit[]): DocumentModel {
  let current = modelOf(start);
  for (const { at, removed, text } of edits) {
    const from = at % (current.tree.length + 1);
    const span = { start: from, end: Math.min(current.tree.length, from + removed) };
    current = new DocumentModel(current.tree.edit({ span, text }), current);
  }
  return current;
}

/** The parser's development build stops at some texts at an assertion of its own; there is nothing to compare with then. */
function unlessParserFails<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && error.name === 'Assertion') return undefined;
    throw error;
  }
}

describe('after an edit', () => {
  const model = modelOf(generateSpec(1000));
  const { text } = model.tree;
  const insert = (before: DocumentModel, at: number, words: string) =>
    new DocumentModel(before.tree.edit({ span: { start: at, end: at }, text: words }), before);

  test('in a paragraph, the shape is the same object and one chunk is read', () => {
    const at = text.indexOf('When the', text.length / 2);
    const before = modelWork.chunksRead;
    expect(insert(model, at, 'x').shape).toBe(model.shape);
    expect(modelWork.chunksRead - before).toBe(1);
  });

  test('in a heading, the fields are the same object and the sections are not', () => {
    const after = insert(model, text.indexOf('Background') + 4, 'x').shape;
    expect(after.fields).toBe(model.shape.fields);
    expect(after.sections).not.toBe(model.shape.sections);
  });

  test('in a field, the sections are the same object and the fields are not', () => {
    const after = insert(model, text.indexOf('Tomasz'), 'x').shape;
    expect(after.sections).toBe(model.shape.sections);
    expect(after.fields).not.toBe(model.shape.fields);
  });

  test('whatever it was, the model is that of the text read afresh', () => {
    const pieces = [
      '# A\n',
      '## B\n\n',
      '\n',
      'text\n',
      '**Status:** Draft\n',
      '---\n',
      'k: v\n',
      '<!-- c -->\n',
      '- [x]\n',
      '- [ ] FR-1: b\n',
      'See [FR-2](b.md), FR-1.\n',
      '```json\n{}\n```\n',
      'N/A\n',
      '===\n',
      '| Field | Value |\n|---|---|\n| a | b |\n',
    ];
    const edit = fc.record({
      at: fc.nat(),
      removed: fc.integer({ min: 0, max: 12 }),
      text: fc.constantFrom('', ...pieces),
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
        fc.array(edit, { maxLength: 8 }),
        (start, edits) => {
          const current = unlessParserFails(() => edited(start.join(''), edits));
          if (!current) return;
          const fresh = modelOf(current.tree.text);
          expect(current.shape).toEqual(fresh.shape);
          expect(current.digests).toEqual(fresh.digests);
          expect(current.content).toEqual(fresh.content);
          for (const kind of Object.keys(fresh.content) as ContentKind[])
            current.content[kind].forEach((_, index) =>
              expect(current.contentSpan(kind, index)).toEqual(fresh.contentSpan(kind, index)),
            );
          expect(current.shape.sections.map((section) => current.sectionSpan(section))).toEqual(
            fresh.shape.sections.map((section) => fresh.sectionSpan(section)),
          );
          expect(current.shape.fields.map((field) => current.fieldValueSpan(field))).toEqual(
            fresh.shape.fields.map((field) => fresh.fieldValueSpan(field)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
