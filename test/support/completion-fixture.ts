import { readFence } from './fence';
import { readMarked, type MarkedText } from './marked-text';

/** A document with a cursor, and what can be written there. */
export interface CompletionExample {
  readonly name: string;
  /** The character that was typed; undefined where the author asked. */
  readonly trigger: string | undefined;
  /** The text of the template; undefined where the built-in `service` template is meant. */
  readonly template: string | undefined;
  readonly document: MarkedText;
  /** Other files of the workspace, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Every label that is offered, in this order. */
  readonly all: readonly string[] | undefined;
  /** The labels that come first. */
  readonly first: readonly string[] | undefined;
  readonly refused: readonly string[];
  /** Labels, with the document after each is chosen, or what a snippet for it is. */
  readonly chosen: readonly {
    readonly label: string;
    readonly result: string;
    readonly isSnippet: boolean;
  }[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

const FENCE = /^(`{3,}|~{3,})\s*(.*)$/u;
const FILE = /^[a-z]+ file (\S.*)$/u;

/**
 * Reads a page of examples. Each `## Name` is one, or `## Typed |: Name` where a character made the editor ask: a fence with the
 * document, `$0` in it; fences ` ````markdown file other.md ` with other files; `**All:** A · B` for every label, `**All:**
 * nothing`, `**First:** A · B`, `**Not offered:** A`; and `**A:**` with a fence of the document after A is chosen, or a fence
 * ` ````snippet ` of what is inserted. A fence ` ````markdown template ` gives the template of the examples that follow.
 * @throws Error at an example that checks nothing
 */
export function readCompletionFixture(source: string): CompletionExample[] {
  const lines = source.split('\n');
  const examples: Mutable<CompletionExample>[] = [];
  let template: string | undefined;
  let label: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const example = examples.at(-1);
    const heading = /^## (?:Typed (\S): )?(.+)$/u.exec(line);
    const fence = FENCE.exec(line);
    const list = /^\*\*(All|First|Not offered):\*\* (.+)$/u.exec(line);
    const named = /^\*\*(.+):\*\*$/u.exec(line);
    if (heading) {
      const [, trigger, name] = heading;
      const empty = { all: undefined, first: undefined, refused: [], chosen: [], files: {} };
      examples.push({ name: name!, trigger, template, document: undefined!, ...empty });
      label = undefined;
    } else if (list) {
      const labels = list[2] === 'nothing' ? [] : list[2]!.split(' · ');
      if (list[1] === 'All') example!.all = labels;
      else if (list[1] === 'First') example!.first = labels;
      else example!.refused.push(...labels);
    } else if (named) label = named[1];
    else if (fence) {
      const { text, end } = readFence(lines, at, fence[1]!);
      const file = FILE.exec(fence[2]!)?.[1];
      if (fence[2] === 'markdown template') template = text;
      else if (file) Object.assign(example!.files, { [file]: text });
      else if (example && !example.document) example.document = readMarked(text);
      else if (example && label !== undefined)
        example.chosen.push({ label, result: text, isSnippet: fence[2] === 'snippet' });
      else throw new Error(`The fence of line ${at + 1} belongs to nothing.`);
      if (example && fence[2] === 'markdown template') example.template = template;
      at = end;
    }
  }
  const checksNothing = ({ document, all, first, refused, chosen }: CompletionExample) =>
    !document || !(all || first || refused.length + chosen.length > 0);
  const empty = examples.find(checksNothing);
  if (empty) throw new Error(`The example "${empty.name}" checks nothing.`);
  return examples;
}
