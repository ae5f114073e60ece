import { t } from '@vscode/l10n';
import type { MissingSlot } from '../template/align';
import type { TextEdit } from '../text/edit';
import { touch, type Span } from '../text/span';
import { absentSections } from '../rules/engine/absent-sections';
import { insertSections } from '../rules/engine/insert-sections';
import { disableInFile, disableNextLine } from '../rules/engine/disable';
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
  const touched = problems.filter((problem) => touch(problem.span, span));
  const fixes = touched.flatMap((problem) => fixActions(spec, problem, host));
  const silence = touched.flatMap((problem) => [
    { ...disableNextLine(spec.model, problem.rule.id, problem.span), problem, isPreferred: false },
    { ...disableInFile(spec.model, problem.rule.id), problem, isPreferred: false },
  ]);
  const missing = new Set(missingIn(spec).map(({ slot }) => slot.title));
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
  return usable.map(({ title, edits, isUnsafe }) => ({
    title,
    edits,
    problem,
    isPreferred: rule.fix === 'safe' && !isUnsafe && usable.length === 1,
  }));
}

/** Inserts every section that is missing and asked for; undefined where there are fewer than two. */
export function insertAllMissing(spec: Spec): Action | undefined {
  const { edits, count } = insertSections(spec, missingIn(spec));
  if (count < 2) return undefined;
  return {
    title: t('Insert all {0} missing sections', count),
    edits,
    problem: undefined,
    isPreferred: false,
  };
}

function missingIn({ model, alignment, size, guidanceLeft }: Spec): readonly MissingSlot[] {
  return absentSections({ alignment, shape: model.shape, size, guidanceLeft }).missing;
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
