import { t } from '@vscode/l10n';
import type { Problem } from '../../rules/engine/problem';
import { isAt } from '../../text/span';
import { rulePage } from '../rule-page';
import type { Hover, HoverContext } from './hover-context';
import type { Inline } from './hover-text';

/**
 * Why the problems at a place matter, once for each rule, with the page about it. What is wrong and what to do about it the
 * editor shows with the problem itself.
 */
export function reasonsAt({
  problems,
  offset,
}: Pick<HoverContext, 'problems' | 'offset'>): Hover | undefined {
  const here = problems.filter(({ span }) => isAt(span, offset));
  const rules = [...new Set(here.map(({ rule }) => rule))];
  if (rules.length === 0) return undefined;
  return { span: narrowest(here).span, blocks: [{ items: rules.map(reasonOf) }] };
}

function reasonOf({ id, docs }: Problem['rule']): Inline[] {
  return [`${t(docs.why)} (`, { link: id, href: rulePage(id) }, ')'];
}

function narrowest(problems: readonly Problem[]): Problem {
  const length = ({ span }: Problem) => span.end - span.start;
  return problems.reduce((least, problem) => (length(problem) < length(least) ? problem : least));
}
