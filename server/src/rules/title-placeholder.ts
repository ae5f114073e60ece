import { t } from '@vscode/l10n';
import { foldWords } from '../model/fold';
import type { HeadingFact } from '../model/heading';
import type { PlaceholderFact } from '../model/placeholders/read-placeholders';
import type { PlaceholderSpec, Slot } from '../template/schema';
import { nameInPath } from './engine/name-in-path';
import { defineBlockRule } from './engine/rule';

/** Whether the whole title is the template's or nameless, so that nothing of the author's is lost when it is written anew. */
interface Data {
  readonly isTemplates: boolean;
}

export default defineBlockRule<Data>({
  id: 'title-placeholder',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'unsafe',
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
      const nameless = isNameless(heading, title);
      if (placeholders.length === 0 && !nameless) continue;
      report({
        at: heading.titleSpan,
        message: t(
          'The title still reads as in the template, "{0}", so a list of documents cannot say what this one is about. Write its name there.',
          heading.title,
        ),
        slot: title,
        data: { isTemplates: nameless || foldWords(heading.title) === foldWords(title.title) },
      });
    }
  },
  fixes({ spec: { schema, path } }, { isTemplates }, span) {
    const name = nameInPath(path);
    const title = name === undefined || !isTemplates ? undefined : titleWith(name, schema.title!);
    return title === undefined
      ? []
      : [{ title: t('Name it after the file: "{0}"', title), edits: [{ span, newText: title }] }];
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

/** The title of the template with a name in it; undefined where the template does not have one place for it. */
function titleWith(name: string, { title, placeholders }: Slot): string | undefined {
  const [spec, ...others] = placeholders.filter(({ kind }) => kind === 'heading');
  const at = spec ? title.indexOf(spec.text) : -1;
  if (at < 0 || others.length > 0) return undefined;
  const before = title.slice(0, at).replace(/[[{<]+\s*$/u, '');
  const behind = title.slice(at + spec!.text.length).replace(/^\s*[\]}>]+/u, '');
  return before + name + behind;
}
