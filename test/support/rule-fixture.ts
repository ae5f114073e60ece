/** What is reported at a place: `warning at "Goals" (line 7), see line 3`. */
export interface Expectation {
  readonly severity: string;
  /** The exact text of the reported span. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** The lines of the places that it points to besides. */
  readonly related: readonly number[];
}

/** A fix that the example shows, with the whole document after it. */
export interface FixExample {
  readonly title: string;
  readonly result: string;
  /** What the rule still reports in the result, where that is not simply one problem less. */
  readonly left: readonly Expectation[] | undefined;
}

/** One document of a fixture, with what its rule says of it. */
export interface RuleExample {
  readonly kind: 'Reported' | 'Accepted';
  readonly name: string;
  /** The template of the example; undefined where the built-in `system` template is meant. */
  readonly template: string | undefined;
  /** What the rule's options are set to. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Other files of the workspace, by their paths in it. */
  readonly files: Readonly<Record<string, string>>;
  /** The path of the document in the workspace. */
  readonly path: string;
  readonly document: string;
  readonly problems: readonly Expectation[];
  readonly fixes: readonly FixExample[];
  /** Whether the example says that none of its problems has a fix. */
  readonly hasNoFix: boolean;
}

const FENCE = /^(`{3,}|~{3,})\s*(.*)$/u;
const EXAMPLE = /^## (Reported|Accepted): (.+)$/u;
const EXPECTATION = /^- (error|warning|info|hint) at (`+) ?(.+?) ?\2 \(line (\d+)\)(?:, see lines? (.+))?$/u;
const FILE = /^[a-z]+ file (\S.*)$/u;
const DOCUMENT = /^markdown document (\S.*)$/u;
const NO_FIX = /^\*\*No fix\.\*\*(?: |$)/u;
const FIX = /^\*\*Fix "(.+)":\*\*$/u;

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/**
 * Reads the fixture of a rule, a Markdown page that is published as the rule's documentation. Each `## Reported:` or
 * `## Accepted:` section is an example: a fence with the document; for the former a list of what is reported; and for
 * each `**Fix "Title":**` a fence with the document after it. A line that starts with `**No fix.**` says that none of the
 * problems has any. A fence ` ````markdown template ` gives the template of the
 * examples that follow it; ` ````json settings ` in an example sets options of the rule. A fence
 * ` ````markdown file docs/other.md ` is another file of the workspace; ` ````markdown document docs/specs/a.md ` gives the
 * document a path in it.
 * @throws Error at a line that looks like a part of an example and is none, since it would check nothing
 */
export function readRuleFixture(source: string): RuleExample[] {
  const lines = source.split('\n');
  const examples: Mutable<RuleExample>[] = [];
  let template: string | undefined;
  let fixTitle: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const example = examples.at(-1);
    const wrong = (what: string) => new Error(`Line ${at + 1} of the fixture: ${what}: ${line}`);
    const heading = EXAMPLE.exec(line);
    const expectation = EXPECTATION.exec(line);
    const fence = FENCE.exec(line);
    if (heading) {
      const [, kind, name] = heading;
      examples.push({
        kind: kind as RuleExample['kind'],
        name: name!,
        template,
        settings: {},
        files: {},
        path: 'spec.md',
        document: '',
        problems: [],
        fixes: [],
        hasNoFix: false,
      });
    } else if (fence) {
      const [, marks, info] = fence;
      const end = lines.indexOf(marks!, at + 1);
      if (end < 0) throw wrong('a fence that nothing closes');
      const content = lines
        .slice(at + 1, end)
        .map((text) => `${text}\n`)
        .join('');
      at = end;
      if (info === 'markdown template') template = content;
      else if (info === 'json settings' && example)
        example.settings = JSON.parse(content) as Record<string, unknown>;
      else if (FILE.test(info!) && example)
        example.files = { ...example.files, [FILE.exec(info!)![1]!]: content };
      else if (info !== 'markdown' && !DOCUMENT.test(info!)) throw wrong('a fence of no known kind');
      else if (!example) throw wrong('a document outside an example');
      else if (fixTitle !== undefined)
        example.fixes.push({ title: fixTitle, result: content, left: undefined });
      else if (example.document === '') {
        example.document = content;
        example.path = DOCUMENT.exec(info!)?.[1] ?? example.path;
      } else throw wrong('a second document');
      fixTitle = undefined;
    } else if (expectation && example) {
      const [, severity, , text, number, others] = expectation;
      const related = others?.split(' and ').map(Number) ?? [];
      const found = { severity: severity!, text: text!, line: Number(number), related };
      const fix = example.fixes.at(-1);
      if (fix) example.fixes[example.fixes.length - 1] = { ...fix, left: [...(fix.left ?? []), found] };
      else example.problems.push(found);
    } else if (NO_FIX.test(line) && example) {
      example.hasNoFix = true;
    } else if (/^(?:- |## )/u.test(line)) {
      throw wrong('neither an example nor an expectation');
    }
    fixTitle = FIX.exec(line)?.[1] ?? (fence ? undefined : line === '' ? fixTitle : undefined);
  }
  for (const { kind, name, document, problems } of examples) {
    if (document === '') throw new Error(`The example "${name}" has no document.`);
    if ((kind === 'Reported') !== problems.length > 0)
      throw new Error(`The example "${name}" is "${kind}" and expects ${problems.length} problems.`);
  }
  return examples;
}
