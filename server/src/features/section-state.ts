import type { Section } from '../model/section';
import type { Spec } from '../workspace/spec';

/** The rules that report what nobody has filled in. */
export const PLACEHOLDER_RULES: ReadonlySet<string> = new Set(['placeholder', 'title-placeholder']);

/** How far a section has come. `put-off`: it says that its author means to come back to it. */
export type SectionState = 'complete' | 'placeholders' | 'empty' | 'put-off' | 'not-applicable';

/**
 * How far a section has come by what stands under its own heading.
 * @param placeholders how many stand in its own body and heading
 */
export function sectionState(
  { model, guidanceLeft }: Pick<Spec, 'model' | 'guidanceLeft'>,
  { ordinal, children }: Section,
  placeholders: number,
): SectionState {
  const { hasContent, dismissals, explainedAway } = model.shape;
  if (placeholders > 0) return 'placeholders';
  if (children.length > 0) return 'complete';
  if (!hasContent[ordinal + 1] || guidanceLeft[ordinal]) return 'empty';
  const dismissal = dismissals[ordinal + 1];
  if (dismissal === 'open') return 'put-off';
  return explainedAway[ordinal + 1] || dismissal === 'not-applicable' ? 'not-applicable' : 'complete';
}
