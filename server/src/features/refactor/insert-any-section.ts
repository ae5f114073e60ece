import { t } from '@vscode/l10n';
import { insertInstance } from '../../rules/engine/insert-instance';
import { touch } from '../../text/span';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';

const kind = 'refactor.insert.section';

/** Offers each section of the template that the document does not have, optional ones included, in template order. */
export const insertAnySection: RefactoringProvider = { kind, offer };

function offer({ spec, span, isAskedFor }: RefactorContext): Refactoring[] {
  const { model, alignment } = spec;
  const { title } = alignment;
  if (!isAskedFor && !(title && touch(model.headingSpan(title), span))) return [];
  return alignment.missing.flatMap((gap) => {
    const edit = insertInstance(spec, gap);
    if (!edit) return [];
    const name = gap.slot.title;
    const label =
      gap.under && gap.under !== title
        ? t('Insert section "{0}" under "{1}"', name, gap.under.title)
        : t('Insert section "{0}"', name);
    return [{ title: label, kind, edits: [edit] }];
  });
}
