import { foldWords } from '../../model/fold';
import type { HeadingFact } from '../../model/heading';
import type { PlaceholderFact } from '../../model/placeholders/read-placeholders';
import type { PlaceholderSpec, Slot } from '../../template/schema';

/** A title that nobody has written yet. */
export interface UnnamedTitle {
  /** Whether all of it is the template's or nameless, so that nothing of the author's is lost when it is written anew. */
  readonly isTemplates: boolean;
}

/**
 * Whether a heading in the place of the title still reads as in the template.
 * @param placeholders those of the chunk that the heading stands in
 */
export function unnamedTitle(
  heading: HeadingFact,
  placeholders: readonly PlaceholderFact[],
  title: Slot,
): UnnamedTitle | undefined {
  const isInside = ({ span }: PlaceholderFact) =>
    span.start >= heading.span.start && span.end <= heading.span.end;
  const isOpen = placeholders.some((fact) => isInside(fact) && isOfTemplate(fact, title));
  const nameless = isNameless(heading, title);
  if (!isOpen && !nameless) return undefined;
  return { isTemplates: nameless || foldWords(heading.title) === foldWords(title.title) };
}

/** The template's own placeholder, or any that is the whole title where the template's is. */
function isOfTemplate(fact: PlaceholderFact, { placeholders }: Slot): boolean {
  const isSame = (spec: PlaceholderSpec) =>
    fact.convention === spec.convention && fact.folded === spec.folded;
  const isInItsPlace = (spec: PlaceholderSpec) =>
    fact.whole && spec.whole && fact.convention.anyText && spec.convention.anyText;
  return placeholders.some((spec) => spec.kind === 'heading' && (isSame(spec) || isInItsPlace(spec)));
}

/** `Technical Specification Template`, as templates are published under. "Email Template" may be what a document is about. */
const TEMPLATE_NAME =
  /^(?:the )?(?:(?:technical|engineering|software|system|feature|component|service|agent|functional|product|project) )*(?:spec|specification|design|design doc|design document|requirements|document) template$/u;

/** Whether a title has the words that all documents share and none of its own. A template without any may name itself. */
function isNameless({ title, folded }: HeadingFact, { pattern }: Slot): boolean {
  if (TEMPLATE_NAME.test(folded)) return true;
  if (pattern.literal !== undefined)
    return folded === pattern.literal && /(?:^| )(?:template|title)$/u.test(folded);
  const shared = foldWords(pattern.key.replaceAll('*', ' '));
  return shared !== '' && foldWords(title).replace(/\d+/gu, '#') === shared;
}
