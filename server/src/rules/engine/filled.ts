import type { Section } from '../../model/section';
import { isInside } from '../../template/place';
import type { DocumentContext } from './rule';

type Known = Pick<DocumentContext, 'shape' | 'alignment' | 'guidanceLeft'>;

/** Whether the author has written something in a section or below it, more than the template's guidance or "N/A". */
export function isFilled({ shape, alignment, guidanceLeft }: Known, section: Section): boolean {
  return shape.sections.some((part) => {
    if (part !== section && !isInside(alignment, part, section)) return false;
    const { ordinal } = part;
    return shape.hasContent[ordinal + 1] && !guidanceLeft[ordinal] && !shape.dismissals[ordinal + 1];
  });
}
