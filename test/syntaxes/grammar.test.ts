import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';
import { readCaretMarks } from '../support/caret-marks';
import { readExamplePage } from '../support/example-page';

const root = path.resolve(import.meta.dirname, '../..');
const text = (file: string) => readFileSync(path.resolve(root, file), 'utf8');
const { grammars } = (
  JSON.parse(text('package.json')) as {
    contributes: { grammars: { scopeName: string; path: string; injectTo: string[] }[] };
  }
).contributes;

const installed = createRequire(import.meta.url);
/** The grammar of Markdown that VS Code has. */
const MARKDOWN = installed.resolve('tm-grammars/grammars/markdown.json');
/** What the grammars of ours call what they colour, by the part of their scopes that says it. */
const LABELS: Readonly<Record<string, string>> = {
  placeholder: 'placeholder',
  requirement: 'requirement',
  control: 'keyword',
  parameter: 'rule',
};

let markdown: Promise<IGrammar> | undefined;

/** The grammar of Markdown with ours injected as the manifest says, in the engine that VS Code has. */
async function loadMarkdown(): Promise<IGrammar> {
  await oniguruma.loadWASM(readFileSync(installed.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (string) => new oniguruma.OnigString(string),
    }),
    loadGrammar(scope) {
      const own = grammars.find(({ scopeName }) => scopeName === scope);
      const file = scope === 'text.html.markdown' ? MARKDOWN : own?.path;
      return Promise.resolve(file === undefined ? null : rawGrammar(file));
    },
    getInjections: (scope) =>
      grammars.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
  });
  return (await registry.loadGrammar('text.html.markdown'))!;
}

function rawGrammar(file: string): IRawGrammar {
  return textmate.parseRawGrammar(text(file), file);
}

/** What is coloured, by offset, as `12: FR-1 requirement`. */
async function coloured(document: string): Promise<string[]> {
  const grammar = await (markdown ??= loadMarkdown());
  const found: { start: number; end: number; label: string }[] = [];
  let stack = textmate.INITIAL;
  let start = 0;
  for (const line of document.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const own = scopes.find((scope) => scope.endsWith('.specwright'));
      const label = own && LABELS[own.split('.').at(-2)!];
      if (own && label === undefined) throw new Error(`The tests do not know the scope ${own}.`);
      const end = start + Math.min(endIndex, line.length);
      const last = found.at(-1);
      if (label !== undefined && last?.end === start + startIndex && last.label === label) last.end = end;
      else if (label !== undefined) found.push({ start: start + startIndex, end, label });
    }
    start += line.length + 1;
  }
  return found.map((each) => `${each.start}: ${document.slice(each.start, each.end)} ${each.label}`);
}

for (const { name, document } of readExamplePage(text('test/syntaxes/grammar.md'))) {
  test(name, async () => {
    const marked = readCaretMarks(document);
    const expected = marked.marks
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ label, span }) => `${span.start}: ${marked.text.slice(span.start, span.end)} ${label}`);
    expect(await coloured(marked.text)).toEqual(expected);
  });
}
