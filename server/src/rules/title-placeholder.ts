import { foldWords } from '../model/fold';
import type { HeadingFact } from '../model/heading';
import type { PlaceholderFact } from '../model/placeholders/read-placeholders';
import type { PlaceholderSpec, Slot } from '../template/schema';
import { defineBlockRule } from './engine/rule';

export default defineBlockRule<undefined>({
  id: 'title-placeholder',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: "The title is the template's own: its placeholder still stands, or the name that belongs there was left out.",
    why: 'Lists of documents and search results show the title alone, and this one fits every document of its kind.',
    remedy: 'Write what the document is about in place of the placeholder.',
  },
  check({ facts, schema, slotAt }, report) {
    const { title } = schema;
    for (const heading of facts.headings) {
      if (!title || slotAt(heading.span.start) !== title) continue;
      const isInside = ({ span }: PlaceholderFact) =>
        span.start >= heading.span.start && span.end <= heading.span.end;
      const placeholders = facts.placeholders.filter((fact) => isInside(fact) && isOfTemplate(fact, title));
      if (placeholders.length === 0 && !isNameless(heading, title)) continue;
      report({
        at: heading.titleSpan,
        message: `The title still reads as in the template, "${heading.title}", so a list of documents cannot say what this one is about. Write its name there.`,
        slot: title,
        data: undefined,
      });
    }
  },
});

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
