import type { Section } from '../../model/section';
import type { DocumentContext } from './rule';

/**
 * Whether nobody has written anything in a section: no words but the template's guidance, and no section. One rule says so;
 * the rules about what the section should hold are silent, since all of it is missing.
 */
export function isLeftEmpty(
  section: Section,
  { alignment, shape, guidanceLeft }: Pick<DocumentContext, 'alignment' | 'shape' | 'guidanceLeft'>,
): boolean {
  if (section.children.length > 0 || alignment.parents.includes(section)) return false;
  // What is to be moved here is there, and has a rule of its own.
  if (alignment.misplaced.some(({ under }) => under === section)) return false;
  return !shape.hasContent[section.ordinal + 1] || guidanceLeft[section.ordinal] === true;
}
