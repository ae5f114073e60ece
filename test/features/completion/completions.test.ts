import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Completion } from '../../../server/src/features/completion/completion';
import { completionsAt } from '../../../server/src/features/completion/completions';
import { toSnippet } from '../../../server/src/features/snippet-text';
import { applyEdits } from '../../../server/src/text/edit';
import { withEol } from '../../../server/src/text/line';
import { OpenDocument } from '../../../server/src/workspace/open-document';
import { WorkspaceIndex } from '../../../server/src/workspace/index/workspace-index';
import { Diagnostics } from '../../../server/src/features/diagnostics';
import { BUILTINS, choiceOf, schemaOf, WORKSPACE } from '../../support/check-text';
import { readCompletionFixture, type CompletionExample } from '../../support/completion-fixture';
import { memoryHost } from '../../support/host';
import { inserted } from '../../support/inserted';

const service = BUILTINS.find(({ id }) => id === 'service')!;

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'))) {
  describe(path.basename(file, '.md'), () => {
    const examples = readCompletionFixture(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
    for (const example of examples) {
      test(example.name, () => check(example, '\n'));
      test(`${example.name}, with CRLF`, () => check(example, '\r\n'));
    }
  });
}

async function check(example: CompletionExample, eol: string): Promise<void> {
  const { document, all, first, refused, chosen } = example;
  const text = withEol(document.text, eol);
  const offset = withEol(document.text.slice(0, document.span.start), eol).length;
  const offers = await offered(example, text, offset);
  for (const completion of offers) isSound(completion, text, offset);
  const found = offers.filter((completion) => isFound(completion, text.slice(completion.span.start, offset)));
  const labels = found.map(({ label }) => label);
  if (all) expect(labels).toEqual(all);
  if (first) expect(labels.slice(0, first.length)).toEqual(first);
  for (const label of refused) expect(labels).not.toContain(label);
  for (const { label, result, isSnippet } of chosen) {
    expect(labels, 'what is offered').toContain(label);
    const completion = found.find((each) => each.label === label)!;
    const snippet = toSnippet(completion.text, completion.stops ?? []);
    if (isSnippet) expect(`${snippet}\n`).toBe(withEol(result, eol).replace(/\r\n$/u, '\n'));
    else expect(after(text, completion)).toBe(withEol(result, eol));
  }
}

async function offered({ template, files, trigger }: CompletionExample, text: string, offset: number) {
  const schema = template === undefined ? service : schemaOf(template);
  const schemas = template === undefined ? BUILTINS : [schema, ...BUILTINS];
  const others = Object.entries(files).map(([file, content]) => [`${WORKSPACE}/${file}`, content]);
  const host = memoryHost(Object.fromEntries(others) as Record<string, string>);
  const index = new WorkspaceIndex({ root: WORKSPACE, host, choose: () => choiceOf({ schemas }) });
  const document = new OpenDocument(`${WORKSPACE}/specs/spec.md`, text, choiceOf({ schemas, schema }));
  await index.build();
  index.update(document);
  const { configuration } = choiceOf({});
  return completionsAt({
    spec: document.spec!,
    offset,
    trigger,
    workspace: index.view(document.uri),
    lookup: index.lookup(document.uri),
    schemas,
    today: '2026-06-15',
    author: 'Ada Byron',
    problemsOf: (spec) => new Diagnostics(host).problemsAs(document, spec, configuration),
  });
}

/** What LSP and the filters of editors ask of every completion. */
/** Whether an editor shows a completion for what is typed: by the strictest filter there is. */
function isFound({ label, filter = label }: Completion, typed: string): boolean {
  return filter.toLowerCase().startsWith(typed.toLowerCase());
}

function isSound(completion: Completion, source: string, offset: number): void {
  const { label, span, text, stops = [] } = completion;
  expect(span.start <= offset && offset <= span.end, `"${label}" replaces what is at the cursor`).toBe(true);
  expect(source.slice(span.start, span.end), `"${label}" replaces a part of one line`).not.toMatch(/[\r\n]/u);
  const marks = /^[^\p{L}\p{N}]*/u.exec(source.slice(span.start, offset))![0];
  expect(isFound(completion, marks), `"${label}" is found by the marks that are typed`).toBe(true);
  expect(label).not.toMatch(/[\r\n]/u);
  expect(inserted(toSnippet(text, stops))).toBe(text);
}

function after(text: string, { span, text: newText, also = [] }: Completion): string {
  return applyEdits(text, [...also, { span, newText }]);
}
