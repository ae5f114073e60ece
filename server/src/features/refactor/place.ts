import type { Section } from '../../model/section';
import type { Span } from '../../text/span';
import type { RefactorContext } from './refactoring';

/** Whether two spans overlap or meet: a cursor right behind a word still is at the word. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/**
 * The section that a refactoring of sections is about: the one whose heading the cursor is on, and where such refactorings are
 * asked for the innermost one around the cursor.
 */
export function sectionAt({ spec, span, isAskedFor }: RefactorContext): Section | undefined {
  const { model } = spec;
  const around = model.shape.sections.filter((section) => model.lineStart(section.ordinal) <= span.start);
  const section = around.at(-1);
  if (!section) return undefined;
  return isAskedFor || touches(model.headingSpan(section), span) ? section : undefined;
}
