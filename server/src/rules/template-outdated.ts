import { t } from '@vscode/l10n';
import type { MissingSlot } from '../template/align';
import { absentSections } from './engine/absent-sections';
import { insertSections } from './engine/insert-sections';
import { defineDocumentRule } from './engine/rule';

export default defineDocumentRule<readonly MissingSlot[]>({
  id: 'template-outdated',
  severity: { draft: 'hint', review: 'hint', approved: 'hint' },
  fix: 'safe',
  docs: {
    what: 'The document names an older version of its template, which has gained sections since then.',
    why: 'The document was right when it was written; what readers ask for now is not in it.',
    remedy:
      'Insert the new sections where they apply. A template says with `version` and `since` in its settings which came when; a document names its version as in `<!-- specwright-template plan 1.2 -->`.',
  },
  check(context, report) {
    const { added } = absentSections(context);
    if (added.length === 0) return;
    const { name, version } = context.schema;
    const titles = added.map(({ slot }) => t('"{0}"', slot.title)).join(', ');
    report({
      at: 'document',
      message: version
        ? t(
            'The template "{0}" has new sections since this document was written, in version {1}: {2}. Insert them if they apply.',
            name,
            version,
            titles,
          )
        : t(
            'The template "{0}" has new sections since this document was written: {1}. Insert them if they apply.',
            name,
            titles,
          ),
      data: added,
    });
  },
  fixes({ spec }, added) {
    const { edits, count } = insertSections(spec, added);
    const title =
      count > 1
        ? t('Insert the {0} new sections', count)
        : t('Insert the new section "{0}"', added[0]!.slot.title);
    return [{ title, edits }];
  },
});
