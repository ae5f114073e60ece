import type { Problem } from '../../server/src/rules/engine/problem';
import { dominantEol } from '../../server/src/text/line';
import { inOrder } from '../../server/src/text/edit';
import { BUILTINS } from './check-text';
import type { Deed, Moment } from './trials';

const LINES = /\r\n|\n|\r/u;

/** A line without the marks of a heading, an item or a quotation, and without white space around it. */
function plainLine(line: string): string {
  return line.replace(/^[ \t>]*(?:#{1,6}(?=\s|$)|[-*+](?=\s)|\d+[.)](?=\s))?/u, '').trim();
}

/** The lines of the templates: what stands on them is nobody's. */
const GUIDANCE: ReadonlySet<string> = new Set(
  BUILTINS.flatMap(({ starter }) => starter.split(LINES).map(plainLine)),
);

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function authorsWords(text: string): string[] {
  return wordsOf(
    text
      .split(LINES)
      .filter((line) => !GUIDANCE.has(plainLine(line)))
      .join('\n'),
  );
}

/** The words of the author that a deed has lost, those left out that it is there to take away. */
export function lostWords(before: Moment, after: Moment, deed: Deed): string[] {
  const { tree } = before.spec.model;
  const left = new Map<string, number>();
  const count = (word: string, by: number) => left.set(word, (left.get(word) ?? 0) + by);
  for (const word of wordsOf(after.spec.model.tree.text)) count(word, 1);
  for (const word of wordsOf(deed.newText)) count(word, 1);
  for (const word of wordsConcerned(before, deed)) count(word, 1);
  for (const word of authorsWords(tree.text)) count(word, -1);
  return [...left].filter(([word, number]) => number < 0 && !isNumberOf(word, deed)).map(([word]) => word);
}

/** To renumber is to take numbers away, and a new revision has a new version. */
function isNumberOf(word: string, { kind }: Deed): boolean {
  return /^v?\d+$/u.test(word) && /renumber|revision|repeat-numbering/u.test(kind);
}

/** The words of the lines that the problem is about, or that the deed replaces by its purpose. */
function wordsConcerned({ spec, problems }: Moment, { problem, kind }: Deed): string[] {
  const { text } = spec.model.tree;
  const lineOf = ({ start, end }: { start: number; end: number }) => {
    const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
    const until = /[\r\n]|$/u.exec(text.slice(end))!.index + end;
    return text.slice(from, until);
  };
  const lines: string[] = [];
  if (problem) {
    lines.push(lineOf(problem.span), ...problem.related.map(({ span }) => lineOf(span)));
    // A fix may do for all that its rule has found.
    for (const other of problems) if (other.rule === problem.rule) lines.push(lineOf(other.span));
  }
  // The head of a table of metadata is no more than its form.
  if (kind === 'refactor.rewrite.metadata') lines.push('Field Value');
  if (kind === 'refactor.rewrite.template') {
    const fields = spec.model.shape.fields.filter(({ folded }) => folded === 'status');
    lines.push(...fields.map((field) => lineOf(spec.model.fieldSpan(field))));
    lines.push(
      ...spec.model.directives.map(() => 'specwright template system feature agent component service'),
    );
  }
  return lines.flatMap(wordsOf);
}

/** Rules about what every document of a template must have, whoever wrote which words in it. */
const STRUCTURE =
  /^(?:missing-|section-|duplicate-section|repeat-|metadata-|table-ragged|template-|title-missing|related-document|spec-id)/u;
/** What nobody could see before a heading got the title by which its section is known. */
const SEEN_BY_TITLE = /^(?:missing-subsection|section-order|section-level)$/u;

/** The problems of severity warning or above that a deed has made, as `rule: what it is about`. */
export function newProblems(before: Moment, after: Moment, deed: Deed): string[] {
  const known = new Map<string, number>();
  for (const problem of before.problems) bump(known, keyOf(problem, before));
  const isOtherTemplate = before.spec.schema !== after.spec.schema;
  const isOtherPhase = before.spec.phase !== after.spec.phase;
  const found: string[] = [];
  for (const problem of after.problems) {
    const key = keyOf(problem, after);
    const left = (known.get(key) ?? 0) - 1;
    known.set(key, left);
    if (left >= 0 || (problem.severity !== 'warning' && problem.severity !== 'error')) continue;
    const isStructural = STRUCTURE.test(problem.rule.id);
    if (!isStructural && (isOtherTemplate || isOtherPhase || problem.rule.scope === 'summary')) continue;
    if (deed.kind === 'fix heading-near-miss' && SEEN_BY_TITLE.test(problem.rule.id)) continue;
    if (!isStructural && isGuidance(problem, after)) continue;
    found.push(`${problem.severity} ${key}`);
  }
  return found;
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function keyOf({ rule, slot, span }: Problem, { spec }: Moment): string {
  const marked = spec.model.tree.slice(span.start, span.end).replace(/^#+ /u, '');
  return `${rule.id}: ${rule.id.startsWith('missing-') ? slot : marked.toLowerCase()}`;
}

/** Whether a problem is about words of a template. */
function isGuidance({ span }: Problem, { spec }: Moment): boolean {
  const { text } = spec.model.tree;
  const from = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  const line = text.slice(from, /[\r\n]|$/u.exec(text.slice(span.end))!.index + span.end);
  const marked = text.slice(span.start, span.end);
  // What "not applicable" asks for, and a row of the history that nobody has filled in.
  if (/^\[the reason\]$|\[what changed\b/iu.test(marked)) return true;
  return GUIDANCE.has(plainLine(line)) || BUILTINS.some(({ starter }) => starter.includes(marked));
}

/** Line endings of another kind than a document had throughout. */
export function strayLineEndings(before: Moment, after: Moment): string[] {
  const [then, now] = [before.spec.model.tree.text, after.spec.model.tree.text];
  const eol = dominantEol(then);
  const others = (text: string) => text.replaceAll(eol, '').match(/[\r\n]/gu) ?? [];
  return others(then).length === 0 ? others(now).map((found) => JSON.stringify(found)) : [];
}

/** Edits that reach beyond the text or overlap, which clients refuse. */
export function unusableEdits({ spec }: Moment, { edits }: Deed): string[] {
  let position = 0;
  return inOrder(edits).flatMap(({ span: { start, end } }) => {
    const isUsable = start >= position && end >= start && end <= spec.model.tree.length;
    position = end;
    return isUsable ? [] : [`${start}–${end}`];
  });
}
