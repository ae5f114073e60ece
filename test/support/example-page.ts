import { readFence } from './fence';

/** One example of a page: a document, and what is expected of it. */
export interface PageExample {
  readonly name: string;
  /** The text of the template; undefined where the built-in `system` template is meant. */
  readonly template: string | undefined;
  /** As written, with its marks. */
  readonly document: string;
  /** What is expected: the text of each fence that follows `**Label:**`, and an empty text for a `**Label**` alone on its line. */
  readonly expected: ReadonlyMap<string, string>;
}

/** Marks in the document itself say what is expected. */
const MARKS = /^ *\^+ /mu;
const FENCE = /^(`{3,}|~{3,})\s*(.*)$/u;

/**
 * Reads a page of examples. Each `## Name` section is one: a fence with the document, then what is expected. A fence
 * ` ````markdown template ` gives the template of the examples that follow.
 * @throws Error at a fence that belongs to nothing and at an example that expects nothing, since they would check nothing
 */
export function readExamplePage(source: string): PageExample[] {
  const lines = source.split('\n');
  const examples: {
    name: string;
    template: string | undefined;
    document?: string;
    expected: Map<string, string>;
  }[] = [];
  let template: string | undefined;
  let label: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const example = examples.at(-1);
    const fence = FENCE.exec(line);
    const heading = /^## (.+)$/u.exec(line);
    const labelled = /^\*\*(.+?)(:)?\*\*$/u.exec(line);
    if (heading) {
      examples.push({ name: heading[1]!, template, expected: new Map() });
      label = undefined;
    } else if (labelled && example) {
      label = labelled[1]!;
      if (!labelled[2]) example.expected.set(label, '');
    } else if (fence) {
      const { text, end } = readFence(lines, at, fence[1]!);
      at = end;
      if (fence[2] === 'markdown template') {
        template = text;
        if (example && example.document === undefined) example.template = text;
      } else if (example && example.document === undefined) example.document = text;
      else if (example && label !== undefined) example.expected.set(label, text);
      else throw new Error(`The fence that ends at line ${end + 1} belongs to nothing.`);
    }
  }
  return examples.map((example) => {
    const { name, document, expected } = example;
    if (document === undefined || (expected.size === 0 && !MARKS.test(document)))
      throw new Error(`The example "${name}" checks nothing.`);
    return { name, template: example.template, document, expected };
  });
}
