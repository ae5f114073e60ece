import { describe, expect, test, vi } from 'vitest';
import { Diagnostics } from '../../server/src/features/diagnostics';
import { modelWork } from '../../server/src/model/chunk-facts';
import { RULES } from '../../server/src/rules/engine/registry.generated';
import { ruleWork } from '../../server/src/rules/engine/work';
import { SyntaxTree } from '../../server/src/syntax/tree';
import { DEFAULT_CONFIGURATION } from '../../server/src/workspace/configuration';
import { OpenDocument } from '../../server/src/workspace/open-document';
import { BUILTINS, choiceOf } from '../support/check-text';
import { generateListSpec, generateSpec, generateTableSpec } from '../support/generate-spec';
import { memoryHost } from '../support/host';

/** What one keystroke costs, in things done and not in time. */
interface Work {
  /** Chunks that differ from those before, each read by the Markdown parser. */
  readonly parsed: number;
  /** Times that the parser ran, and over how many characters. */
  readonly windows: number;
  readonly characters: number;
  /** Chunks whose facts were read, whose blocks were checked. */
  readonly read: number;
  readonly checked: number;
  /** Runs of the rules that look at the document as a whole. */
  readonly documents: number;
  /** Runs of single rules that look at lists of content, and at the workspace. */
  readonly contents: number;
  readonly workspaces: number;
  /** Times that somebody asked for the text as a whole. */
  readonly texts: number;
}

/** An open document with its diagnostics, as in an editor that has just shown them. */
class Editor {
  private readonly diagnostics = new Diagnostics(memoryHost());
  private readonly document: OpenDocument;
  private version = 1;

  constructor(text: string) {
    this.document = new OpenDocument('memory:/spec.md', text, choiceOf({ schemas: BUILTINS }), this.version);
    this.problems();
  }

  get template(): string | undefined {
    return this.document.spec?.schema.id;
  }

  problems() {
    return this.diagnostics.problems(this.document, DEFAULT_CONFIGURATION);
  }

  /** Types one letter behind the first match of a pattern in the second half of the document. */
  type(place: RegExp): Work {
    const { content, lines } = this.document;
    const half = content.length >> 1;
    const start = place.test(content.slice(half)) ? half : 0;
    const [found] = content.slice(start).match(place)!;
    const at = lines.positionAt(content.indexOf(found, start) + found.length);
    const before = { read: modelWork.chunksRead, ...ruleWork };
    const tree = this.tree();
    const texts = vi.spyOn(SyntaxTree.prototype, 'text', 'get');
    this.document.change([{ range: { start: at, end: at }, text: 'x' }], ++this.version);
    this.problems();
    const asked = texts.mock.calls.length;
    texts.mockRestore();
    const after = this.tree();
    const known = new Set(tree.chunks);
    return {
      parsed: after.chunks.filter((chunk) => !known.has(chunk)).length,
      ...after.work,
      read: modelWork.chunksRead - before.read,
      checked: ruleWork.chunksChecked - before.chunksChecked,
      documents: ruleWork.documentsChecked - before.documentsChecked,
      contents: ruleWork.contentChecked - before.contentChecked,
      workspaces: ruleWork.workspaceChecked - before.workspaceChecked,
      texts: asked,
    };
  }

  private tree(): SyntaxTree {
    return this.document.spec!.model.tree;
  }
}

const PLACES = {
  'a paragraph': /\n\nEach \w+ is written/u,
  'a heading of your own block': /\n#### \w+/u,
  'the heading of a section': /\n### Diagrams/u,
  'a table cell': /\n\| 409/u,
  'a list item': /\n- One \w+/u,
  'a code block': /"uuid"/u,
  'a metadata value': /Tomasz/u,
};

describe('the work for one typed letter', () => {
  const sizes = [1000, 10_000, 50_000];
  const editors = sizes.map((lines) => new Editor(generateSpec(lines)));

  test('is counted in specs of the stated length that are nearly free of problems', () => {
    for (const [index, lines] of sizes.entries()) {
      const count = generateSpec(lines).split('\n').length;
      expect(count).toBeGreaterThanOrEqual(lines);
      expect(count).toBeLessThan(lines + 100);
      expect(editors[index]!.template).toBe('system');
      expect(editors[index]!.problems().map(({ message }) => message)).toEqual([]);
    }
  });

  test.each(Object.entries(PLACES))('does not grow with the document, in %s', (_, place) => {
    const [small, ...larger] = editors.map((editor) => editor.type(place));
    expect(small!.parsed).toBeLessThanOrEqual(3);
    expect(small!.characters).toBeLessThan(3000);
    expect(small!.texts).toBe(0);
    expect(small!.parsed).toBeGreaterThanOrEqual(place === PLACES['a metadata value'] ? 0 : 1);
    for (const work of larger) expectNoMore(work, small!);
  });

  test('checks the document as a whole only when its headings or metadata change', () => {
    const editor = new Editor(generateSpec(1000));
    editor.type(PLACES['a paragraph']);
    expect(editor.type(PLACES['a paragraph']).documents).toBe(0);
    expect(editor.type(PLACES['a table cell']).documents).toBe(0);
    expect(editor.type(PLACES['a heading of your own block']).documents).toBe(1);
    expect(editor.type(PLACES['a metadata value']).documents).toBe(1);
  });

  test('runs the rules about lists of content only when one that they read changes', () => {
    const editor = new Editor(generateSpec(1000));
    const reading = (...kinds: readonly string[]) =>
      RULES.filter(
        (rule) =>
          rule.scope === 'content' &&
          rule.severity.review !== 'off' &&
          rule.reads.some((kind) => kinds.includes(kind)),
      ).length;
    const ranIn = (place: RegExp) => {
      const { contents, workspaces } = editor.type(place);
      return { contents, workspaces };
    };
    expect(ranIn(PLACES['a paragraph'])).toEqual({ contents: 0, workspaces: 0 });
    expect(ranIn(PLACES['a table cell'])).toEqual({ contents: reading('tables'), workspaces: 0 });
    expect(ranIn(PLACES['a list item'])).toEqual({ contents: reading('items'), workspaces: 0 });
    expect(ranIn(PLACES['a code block'])).toEqual({ contents: reading('fences'), workspaces: 0 });
  });

  test('puts the text together for no problem, comment or fence', () => {
    const open = '<!-- specwright-disable-next-line placeholder -->\n\n[a]\n\nAll of it, [later].\n';
    const text = `${generateSpec(1000)}\n## Appendix\n\n${open}`.replace('2026-05-04', '2026-13-04');
    const editor = new Editor(text);
    expect(editor.problems().map(({ rule }) => rule.id)).toContain('date-invalid');
    expect(editor.type(/All of it/u).texts).toBe(0);
    expect(editor.type(PLACES['a paragraph']).texts).toBe(0);
  });

  test.each([
    ['table', generateTableSpec, /\n\| \w+/u],
    ['list', generateListSpec, /\n- The \w+/u],
  ] as const)('does not grow with a %s', (_, generate, place) => {
    const small = new Editor(generate(200)).type(place);
    const large = new Editor(generate(2000)).type(place);
    expect(small.characters).toBeLessThan(4000);
    expectNoMore(large, small);
  });
});

/** Words differ in length from place to place, so the characters read may differ by a few. */
function expectNoMore(work: Work, { characters, ...limits }: Work): void {
  expect(work.characters).toBeLessThan(characters * 1.5 + 500);
  for (const [name, limit] of Object.entries(limits))
    expect(work[name as keyof Work], name).toBeLessThanOrEqual(limit);
}
