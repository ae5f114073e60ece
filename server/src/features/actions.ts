import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { insertSection } from '../rules/engine/section-edits';
import { disableInFile, disableNextLine } from '../rules/engine/disable';
import { expectationOf } from '../template/expectation';
import type { Problem } from '../rules/engine/problem';
import type { Fix } from '../rules/engine/rule';
import type { Clock } from '../workspace/ports';
import type { Spec } from '../workspace/spec';

/** Something to do about a problem, as an editor offers it. */
export interface Action {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The problem that it resolves; undefined for one that resolves many. */
  readonly problem: Problem | undefined;
  /** Whether it is the one to choose when in doubt. */
  readonly isPreferred: boolean;
}

/** What there is to do about the problems that a span touches: the rules' fixes, then all at once, then silence. */
export function actionsAt(
  spec: Spec,
  problems: readonly Problem[],
  span: Span,
  host: { clock: Clock },
): Action[] {
  const touched = problems.filter(
    (problem) => problem.span.start <= span.end && span.start <= problem.span.end,
  );
  const fixes = touched.flatMap((problem) => fixActions(spec, problem, host));
  const silence = touched.flatMap((problem) => [
    { ...disableNextLine(spec.model, problem.rule.id, problem.span), problem, isPreferred: false },
    { ...disableInFile(spec.model, problem.rule.id), problem, isPreferred: false },
  ]);
  const missing = new Set(spec.alignment.missing.map(({ slot }) => slot.title));
  const all = touched.some(({ slot }) => slot !== undefined && missing.has(slot))
    ? insertAllMissing(spec)
    : undefined;
  return withoutRepeats([...fixes, ...(all ? [all] : []), ...silence]);
}

/** The fixes of one problem, from its rule. */
export function fixActions(spec: Spec, problem: Problem, host: { clock: Clock }): Action[] {
  const context = { spec, host };
  const { rule, data, span } = problem;
  const fixes: Fix[] =
    (rule.scope === 'block' ? rule.fixes?.(context, data, span) : rule.fixes?.(context, data)) ?? [];
  const usable = fixes.filter(({ edits }) => edits.length > 0);
  return usable.map((fix) => ({ ...fix, problem, isPreferred: rule.fix === 'safe' && usable.length === 1 }));
}

/** Inserts every section that is missing and asked for; undefined where there are fewer than two. */
export function insertAllMissing(spec: Spec): Action | undefined {
  const { alignment, schema, size } = spec;
  const missing = alignment.missing.filter(({ slot }) => expectationOf(slot, schema, size) !== 'optional');
  const edits = missing
    .map(({ slot, under }) => insertSection(spec, slot, under))
    .filter((edit) => edit !== undefined);
  if (edits.length < 2) return undefined;
  return {
    title: `Insert all ${edits.length} missing sections`,
    edits: mergeInsertions(edits),
    problem: undefined,
    isPreferred: false,
  };
}

/** One edit for the insertions at one place, in their order: some clients apply several in an order of their own. */
function mergeInsertions(edits: readonly TextEdit[]): TextEdit[] {
  const merged = new Map<number, TextEdit>();
  for (const { span, newText } of edits) {
    const before = merged.get(span.start);
    merged.set(span.start, { span, newText: before ? joinInsertions(before.newText, newText) : newText });
  }
  return [...merged.values()];
}

/** Keeps one blank line between two insertions at the end of a text, where the first ends with a single line ending. */
function joinInsertions(first: string, second: string): string {
  const eol = second.includes('\r\n') ? '\r\n' : '\n';
  const isParted = /(?:\n|\r(?!\n))(?:\r\n|\n|\r)$/u.test(first) || /^[\r\n]/u.test(second);
  return isParted ? first + second : first + eol + second;
}

function withoutRepeats(actions: readonly Action[]): Action[] {
  const seen = new Set<string>();
  return actions.filter(({ title, edits }) => {
    const key = JSON.stringify([title, edits]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
