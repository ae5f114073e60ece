import { t } from '@vscode/l10n';
import { moveToFrontMatter } from './engine/move-to-front-matter';
import { defineDocumentRule } from './engine/rule';

export default defineDocumentRule<undefined>({
  id: 'metadata-in-body',
  severity: { draft: 'warning', review: 'warning', approved: 'warning' },
  fix: 'unsafe',
  waitsForLine: true,
  docs: {
    what: 'Metadata stands between `---` lines in the text, where Markdown reads it as a heading.',
    why: 'Readers see one big heading of keys and values, and tools look for front matter at the very top only.',
    remedy: 'Move the lines to the top of the file, as front matter, or write them as a table or in bold.',
  },
  check({ shape, schema }, report) {
    // A template that asks for such a block gets it.
    if (schema.fields.some(({ dialect }) => dialect === 'body-block')) return;
    const field = shape.fields.find(({ dialect }) => dialect === 'body-block');
    if (!field) return;
    report({
      at: { field, part: 'whole' },
      message: t(
        'Markdown reads this `---` block as a heading, since front matter stands at the very top of a file. No tool sees the metadata in it. Move it there.',
      ),
      data: undefined,
    });
  },
  fixes({ spec }) {
    return [{ title: t('Move to front matter'), edits: moveToFrontMatter(spec) }];
  },
});
