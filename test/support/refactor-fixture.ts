import { readFence } from './fence';
import { readMarked, type MarkedText } from './marked-text';

/** A document with a cursor, and what can be done there. */
export interface RefactorExample {
  readonly name: string;
  /** Whether the author asked for refactorings, rather than for whatever can be done about a line. */
  readonly isAskedFor: boolean;
  /** The text of the template; undefined where the built-in `system` template is meant. */
  readonly template: string | undefined;
  readonly document: MarkedText;
  /** The titles of what must be offered, with the document after each. */
  readonly offered: readonly {
    readonly title: string;
    readonly result: string;
    readonly files: Readonly<Record<string, string>>;
  }[];
  /** The titles of what must not be offered; `*` stands for anything. */
  readonly refused: readonly string[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

const FENCE = /^(`{3,}|~{3,})\s*(.*)$/u;
const FILE = /^[a-z]+ file (\S.*)$/u;

/**
 * Reads a page of examples. Each `## Name` section is one: a fence with the document, `$0` or `«…»` in it; then for each
 * `**Title:**` a fence with the document after it, and fences ` ````markdown file other.md ` for the files that are made; and
 * lines `**Not offered:** Title`. A heading `## Unasked: Name` looks at what stands among the quick fixes. A fence
 * ` ````markdown template ` gives the template of the examples that follow.
 * @throws Error at a fence that belongs to nothing, since it would check nothing
 */
export function readRefactorFixture(source: string): RefactorExample[] {
  const lines = source.split('\n');
  const examples: Mutable<RefactorExample>[] = [];
  let template: string | undefined;
  let title: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const example = examples.at(-1);
    const heading = /^## (Unasked: )?(.+)$/u.exec(line);
    const fence = FENCE.exec(line);
    const named = /^\*\*(.+):\*\*$/u.exec(line);
    const refused = /^\*\*Not offered:\*\* (.+)$/u.exec(line);
    if (heading) {
      const isAskedFor = heading[1] === undefined;
      examples.push({
        name: heading[2]!,
        isAskedFor,
        template,
        document: undefined!,
        offered: [],
        refused: [],
      });
      title = undefined;
    } else if (refused) example!.refused.push(refused[1]!);
    else if (named) title = named[1];
    else if (fence) {
      const { text, end } = readFence(lines, at, fence[1]!);
      const file = FILE.exec(fence[2]!)?.[1];
      const last = example?.offered.at(-1);
      if (fence[2] === 'markdown template') template = text;
      else if (file && last) Object.assign(last.files, { [file]: text });
      else if (example && !example.document) example.document = readMarked(text);
      else if (example && title) example.offered.push({ title, result: text, files: {} });
      else throw new Error(`The fence of line ${at + 1} belongs to nothing.`);
      if (example && fence[2] === 'markdown template') example.template = template;
      at = end;
    }
  }
  const empty = examples.find(
    ({ document, offered, refused }) => !document || offered.length + refused.length === 0,
  );
  if (empty) throw new Error(`The example "${empty.name}" checks nothing.`);
  return examples;
}
