import type { Section } from '../model/section';
import type { Spec } from '../workspace/spec';

/** The rules that report what nobody has filled in. */
export const PLACEHOLDER_RULES: ReadonlySet<string> = new Set(['placeholder', 'title-placeholder']);

/** How far a section has come. */
export type SectionState = 'filled' | 'empty' | 'placeholders';

/**
 * How far a section has come.
 * @param placeholders how many stand in its own body and heading
 */
export function sectionState(
  { model, guidanceLeft }: Pick<Spec, 'model' | 'guidanceLeft'>,
  { ordinal, children }: Section,
  placeholders: number,
): SectionState {
  if (placeholders > 0) return 'placeholders';
  const hasNothing = !model.shape.hasContent[ordinal + 1] || guidanceLeft[ordinal];
  return children.length === 0 && hasNothing ? 'empty' : 'filled';
}
