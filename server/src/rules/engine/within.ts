import type { Section } from '../../model/section';
import type { Alignment } from '../../template/align';

/** Whether a section is another or lies inside it, as the template or the headings nest them. */
export function isWithin({ parents }: Alignment, section: Section, outer: Section): boolean {
  for (let each: Section | undefined = section; each; each = parents[each.ordinal] ?? each.parent)
    if (each === outer) return true;
  return false;
}
