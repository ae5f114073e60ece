import type { Section } from '../../model/section';
import type { Alignment } from '../../template/align';

/** Whether a section is one of others or lies inside one, as the template or the headings nest them. */
export function isWithinAny(
  alignment: Alignment,
  section: Section | undefined,
  outer: ReadonlySet<Section>,
): boolean {
  for (let each = section; each; each = outerOf(alignment, each)) if (outer.has(each)) return true;
  return false;
}

/** These sections and all that they lie inside. */
export function withOuter(alignment: Alignment, sections: Iterable<Section>): ReadonlySet<Section> {
  const found = new Set<Section>();
  for (const section of sections) {
    for (let each: Section | undefined = section; each && !found.has(each); each = outerOf(alignment, each))
      found.add(each);
  }
  return found;
}

function outerOf({ parents }: Alignment, section: Section): Section | undefined {
  return parents[section.ordinal] ?? section.parent;
}
