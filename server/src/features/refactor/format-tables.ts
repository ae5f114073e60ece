import { t } from '@vscode/l10n';
import type { DocumentModel } from '../../model/document-model';
import { tableInText } from '../../rules/engine/whole-table';
import type { TextEdit } from '../../text/edit';
import { touch } from '../../text/span';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';
import { layOut } from './table-layout';

const kind = 'refactor.rewrite.table';

/** Lines up the columns of the table at the cursor, or of all tables. Those inside lists and quotes stay as they are. */
export const formatTables: RefactoringProvider = { kind, offer };

function offer({ spec: { model }, span, isAskedFor }: RefactorContext): Refactoring[] {
  const { tables } = model.content;
  let here = tables.findIndex((_, index) => touch(model.contentSpan('tables', index), span));
  while (here > 0 && !tables[here]!.fact.headerRow) here -= 1;
  const own = here >= 0 ? editsOf(model, here) : [];
  const one = own.length > 0 ? [{ title: t('Format the table'), kind, edits: own }] : [];
  if (!isAskedFor) return one;
  const starts = tables.flatMap(({ fact }, index) => (fact.headerRow ? [index] : []));
  const changed = starts.map((index) => editsOf(model, index)).filter((edits) => edits.length > 0);
  if (changed.length === 0 || (changed.length === 1 && one.length === 1)) return one;
  return [
    ...one,
    { title: t('Format all tables ({0} to change)', changed.length), kind, edits: changed.flat() },
  ];
}

function editsOf(model: DocumentModel, index: number): TextEdit[] {
  const table = tableInText(model, index);
  return (table && layOut(model.tree.text, table)) ?? [];
}
