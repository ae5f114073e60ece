import { sectionAtOffset } from '../../model/section-at';
import type { Section } from '../../model/section';
import { touch } from '../../text/span';
import type { RefactorContext } from './refactoring';

/**
 * The section that a refactoring of sections is about: the one whose heading the cursor is on, and where such refactorings are
 * asked for the innermost one around the cursor.
 */
export function sectionAt({ spec, span, isAskedFor }: RefactorContext): Section | undefined {
  const { model } = spec;
  const section = sectionAtOffset(model, span.start);
  if (!section) return undefined;
  return isAskedFor || touch(model.headingSpan(section), span) ? section : undefined;
}
