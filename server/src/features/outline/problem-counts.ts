import { sectionAtOffset } from '../../model/section-at';
import type { Section } from '../../model/section';
import type { Problem } from '../../rules/engine/problem';
import type { Spec } from '../../workspace/spec';

export interface ProblemCount {
  error: number;
  warning: number;
}

/** How many errors and warnings stand in the heading and the own body of each section. */
export function problemCounts(
  { model }: Pick<Spec, 'model'>,
  problems: readonly Pick<Problem, 'severity' | 'span'>[],
): ReadonlyMap<Section, ProblemCount> {
  const counts = new Map<Section, ProblemCount>();
  for (const { severity, span } of problems) {
    if (severity !== 'error' && severity !== 'warning') continue;
    const section = sectionAtOffset(model, span.start);
    if (!section) continue;
    const count = counts.get(section) ?? { error: 0, warning: 0 };
    count[severity] += 1;
    counts.set(section, count);
  }
  return counts;
}
