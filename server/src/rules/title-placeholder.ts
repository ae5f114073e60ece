import { t } from '@vscode/l10n';
import type { Slot } from '../template/schema';
import { nameInPath } from './engine/name-in-path';
import { defineBlockRule } from './engine/rule';
import { unnamedTitle, type UnnamedTitle } from './engine/unnamed-title';

export default defineBlockRule<UnnamedTitle>({
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
      const unnamed = unnamedTitle(heading, facts.placeholders, title);
      if (!unnamed) continue;
      report({
        at: heading.titleSpan,
        message: t(
          'The title still reads as in the template, "{0}", so a list of documents cannot say what this one is about. Write its name there.',
          heading.title,
        ),
        slot: title,
        data: unnamed,
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

/** The title of the template with a name in it; undefined where the template does not have one place for it. */
function titleWith(name: string, { title, placeholders }: Slot): string | undefined {
  const [spec, ...others] = placeholders.filter(({ kind }) => kind === 'heading');
  const at = spec ? title.indexOf(spec.text) : -1;
  if (at < 0 || others.length > 0) return undefined;
  const before = title.slice(0, at).replace(/[[{<]+\s*$/u, '');
  const behind = title.slice(at + spec!.text.length).replace(/^\s*[\]}>]+/u, '');
  return before + name + behind;
}
