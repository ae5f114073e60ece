import type { Expectation } from '../../template/expectation';
import type { ProjectSize, Slot } from '../../template/schema';

/** Whether a section must be there, and why, as the rest of a line: `required for services`. */
export function expectationText(
  expectation: Expectation,
  { requirement, condition }: Pick<Slot, 'requirement' | 'condition'>,
  size: ProjectSize | undefined,
): string {
  if (expectation === 'recommended') return `optional, and recommended for a ${size} project`;
  if (expectation === 'optional' && requirement !== 'optional') return `may be left out in a ${size} project`;
  const when = condition === undefined ? '' : ` ${condition}`;
  return expectation === 'suggested' ? `optional, but suggested${when}` : `${expectation}${when}`;
}
