import { sectionAtOffset } from '../../model/section-at';
import type { Section } from '../../model/section';
import type { Problem } from '../../rules/engine/problem';
import type { Spec } from '../../workspace/spec';

export interface ProblemCount {
  error: number;
  warning: number;
}

/** The problems of a spec by the entries of its outline that they belong to. */
export interface ProblemCounts {
  /** Those in the heading and the own body of each section, but for those of fields above the first. */
  readonly of: ReadonlyMap<Section, ProblemCount>;
  /** Those of fields that stand in no section of their own. */
  readonly metadata: ProblemCount;
}

/** Counts errors and warnings; a field above the first section is no part of the title. */
export function problemCounts(
  { model, alignment }: Pick<Spec, 'model' | 'alignment'>,
  problems: readonly Pick<Problem, 'severity' | 'span'>[],
): ProblemCounts {
  const { shape } = model;
  const fields = shape.fields.map((field) => model.fieldSpan(field));
  const of = new Map<Section, ProblemCount>();
  const metadata = { error: 0, warning: 0 };
  for (const { severity, span } of problems) {
    if (severity !== 'error' && severity !== 'warning') continue;
    const section = sectionAtOffset(model, span.start);
    const isAbove = !section || section === alignment.title;
    if (isAbove && fields.some(({ start, end }) => start <= span.start && span.start < end)) {
      metadata[severity] += 1;
    } else if (section) {
      const count = of.get(section) ?? { error: 0, warning: 0 };
      count[severity] += 1;
      of.set(section, count);
    }
  }
  return { of, metadata };
}
