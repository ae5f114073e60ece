import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { refactoringsAt } from '../../../server/src/features/refactor/refactorings';
import { applyEdits } from '../../../server/src/text/edit';
import { withEol } from '../../../server/src/text/line';
import { NO_WORKSPACE } from '../../../server/src/workspace/index/view';
import { BUILTINS, schemaOf, specOf } from '../../support/check-text';
import { readRefactorFixture, type RefactorExample } from '../../support/refactor-fixture';

const system = BUILTINS.find(({ id }) => id === 'system')!;

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'))) {
  describe(path.basename(file, '.md'), () => {
    const examples = readRefactorFixture(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
    for (const example of examples) {
      test(example.name, () => check(example, '\n'));
      test(`${example.name}, with CRLF`, () => check(example, '\r\n'));
      test(`${example.name}, without an end to its last line`, () => check(example, '\n', false));
    }
  });
}

function check(
  { isAskedFor, template, document, offered, refused }: RefactorExample,
  eol: string,
  isEnded = true,
): void {
  const schema = template === undefined ? system : schemaOf(template);
  const source = isEnded ? document.text : document.text.replace(/\n$/u, '');
  const text = withEol(source, eol);
  const at = (offset: number) => withEol(document.text.slice(0, offset), eol).length;
  const found = refactoringsAt({
    spec: specOf(text, schema),
    span: { start: at(document.span.start), end: at(document.span.end) },
    isAskedFor,
    schemas: [schema, ...BUILTINS],
    workspace: NO_WORKSPACE,
    clock: { today: () => '2025-06-15' },
    author: 'Ada Byron',
  });
  const titles = found.map(({ title }) => title);
  for (const { title, result, files } of offered) {
    expect(titles, 'what is offered').toContain(title);
    const { edits, newFile } = found.find((refactoring) => refactoring.title === title)!;
    const after = applyEdits(text, edits);
    if (isEnded) expect(after).toBe(withEol(result, eol));
    else expect(after.trimEnd()).toBe(result.trimEnd());
    expect(newFile ? { [newFile.path]: withEol(newFile.text, '\n') } : {}).toEqual(files);
  }
  for (const title of refused) expect(titles.filter((each) => matches(each, title))).toEqual([]);
}

/** @param pattern a title, in which `*` stands for anything */
function matches(title: string, pattern: string): boolean {
  const [start = '', ...others] = pattern.split('*');
  if (others.length === 0) return title === pattern;
  let at = start.length;
  if (!title.startsWith(start) || !title.endsWith(others.at(-1)!)) return false;
  return others.every((part) => {
    const found = title.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}
