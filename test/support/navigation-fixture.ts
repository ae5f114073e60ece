import { readFence } from './fence';
import { readMarked } from './marked-text';

/** Documents of a folder with a cursor in one of them, and what is there. */
export interface NavigationExample {
  readonly name: string;
  /** The text of the template; undefined where the built-in ones are meant. */
  readonly template: string | undefined;
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The path of the document with the cursor. */
  readonly path: string;
  readonly offset: number;
  /** `path:line text`, for each expected place; undefined where it is not asked. */
  readonly definition: readonly string[] | undefined;
  /** Likewise; with `, defines` behind those that define what stands there. */
  readonly references: readonly string[] | undefined;
  /** The files that a rename changes, as they are then. */
  readonly renames: readonly { readonly to: string; readonly files: Readonly<Record<string, string>> }[];
  /** Why a rename is refused. */
  readonly refusals: readonly { readonly to: string; readonly why: string }[];
  /** Whether nothing stands at the cursor that has a name. */
  readonly isNothing: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const FENCE = /^(`{3,})markdown (?:file (\S+)|template)$/u;
const ITEM = /^- (.+)$/u;

/**
 * Reads a page of examples. Each `## Name` section is one: fences ` ````markdown file path.md ` with the documents, `$0` in one
 * of them; then `**Definition:**` and `**References:**`, each with a list of places; `**Rename to FR-9:**` with the files that
 * it changes; `**Refused FR-8:** Why`; or `**Nothing**`. A fence ` ````markdown template ` is for the examples that follow.
 * @throws Error at an example that checks nothing
 */
export function readNavigationFixture(source: string): NavigationExample[] {
  const lines = source.split('\n');
  const examples: Mutable<NavigationExample>[] = [];
  let template: string | undefined;
  let list: string[] | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const example = examples.at(-1);
    const heading = /^## (.+)$/u.exec(line)?.[1];
    const asked = /^\*\*(Definition|References):\*\*$/u.exec(line)?.[1];
    const rename = /^\*\*Rename to (.+):\*\*$/u.exec(line)?.[1];
    const refused = /^\*\*Refused (.*?):\*\* (.+)$/u.exec(line);
    const fence = FENCE.exec(line);
    const item = ITEM.exec(line)?.[1];
    if (heading !== undefined) {
      examples.push({
        name: heading,
        template,
        files: {},
        path: '',
        offset: -1,
        definition: undefined,
        references: undefined,
        renames: [],
        refusals: [],
        isNothing: false,
      });
    } else if (asked) {
      list = [];
      if (asked === 'Definition') example!.definition = list;
      else example!.references = list;
    } else if (rename !== undefined) example!.renames = [...example!.renames, { to: rename, files: {} }];
    else if (refused) example!.refusals = [...example!.refusals, { to: refused[1]!, why: refused[2]! }];
    else if (line === '**Nothing**') example!.isNothing = true;
    else if (fence) {
      const { text, end } = readFence(lines, at, fence[1]!);
      const path = fence[2];
      if (path === undefined) template = text;
      else addFile(example!, path, text);
      at = end;
    } else if (item !== undefined) list!.push(item);
  }
  for (const example of examples) {
    const { name, definition, references, renames, refusals, isNothing, offset } = example;
    const checks = (definition || references || isNothing ? 1 : 0) + renames.length + refusals.length;
    if (offset < 0 || checks === 0) throw new Error(`The example "${name}" checks nothing.`);
  }
  return examples;
}

function addFile(example: Mutable<NavigationExample>, path: string, text: string): void {
  const rename = example.renames.at(-1);
  if (rename) {
    Object.assign(rename.files, { [path]: text });
    return;
  }
  if (text.includes('$0')) {
    const marked = readMarked(text);
    Object.assign(example, { path, offset: marked.span.start });
    example.files = { ...example.files, [path]: marked.text };
  } else example.files = { ...example.files, [path]: text };
}
