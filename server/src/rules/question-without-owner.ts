import { t } from '@vscode/l10n';
import { tableFor } from '../template/table-spec';
import { isBlank, isNoAnswer } from './engine/empty-answer';
import { isOpenCell } from './engine/open-cell';
import { isOpenQuestion, questionColumns } from './engine/open-question';
import { defineBlockRule } from './engine/rule';
import { writeCell } from './engine/table-edits';
import { isMarkedTodo } from './engine/todo-markers';
import { rowAtOffset } from './engine/whole-table';

/** What the fix writes into a blank cell. */
interface Blank {
  readonly column: number;
  readonly text: string;
}

export default defineBlockRule<readonly Blank[]>({
  id: 'question-without-owner',
  severity: { draft: 'off', review: 'info', approved: 'warning' },
  fix: 'safe',
  waitsForLine: true,
  docs: {
    what: 'An open question has nobody who answers it, or no date.',
    why: "A question that is nobody's is asked again when the work that hangs on it has begun.",
    remedy: 'Write who answers it and by which date.',
  },
  check({ facts, prose, slotAt }, report) {
    for (const { columns, rows, span } of facts.tables) {
      const found = questionColumns(columns);
      if (!found) continue;
      const slot = slotAt(span.start);
      const spec = slot && tableFor(slot.content.tables, columns);
      const sample = (column: number) =>
        spec?.columns.find(({ folded }) => folded === columns[column])?.samples.find(isOpenCell);
      for (const row of rows) {
        // A mark such as "TBD" has a rule of its own.
        const isLacking = (column: number) =>
          column >= 0 && isNoAnswer(row.cells[column]) && !isMarkedTodo(row.cells[column]?.text ?? '');
        const owner = isLacking(found.owner);
        const due = isLacking(found.due);
        if ((!owner && !due) || !isOpenQuestion(row, found, prose)) continue;
        const blanks = [
          { column: found.owner, text: sample(found.owner) ?? '[Name]' },
          { column: found.due, text: sample(found.due) ?? '[YYYY-MM-DD]' },
        ].filter(({ column }) => isLacking(column) && isBlank(row.cells[column]));
        report({ at: row.cells[found.question]!.span, message: messageOf(owner, due), slot, data: blanks });
      }
    }
  },
  fixes({ spec: { model } }, blanks, span) {
    const found = rowAtOffset(model, span.start);
    if (!found || blanks.length === 0) return [];
    const edits = blanks.map(({ column, text }) => writeCell(model.tree.text, found.row, column, text));
    if (edits.includes(undefined)) return [];
    const [first, second] = blanks.map(({ text }) => text);
    const title = second === undefined ? t('Ask for {0}', first!) : t('Ask for {0} and {1}', first!, second);
    return [{ title, edits: edits.flatMap((edit) => edit ?? []) }];
  },
});

function messageOf(lacksOwner: boolean, lacksDate: boolean): string {
  if (lacksOwner && lacksDate)
    return t(
      'This open question has neither owner nor date, so it may wait until work is held up by it. Write who answers it and by when it has to be answered.',
    );
  return lacksOwner
    ? t('This open question has no owner, so it may wait until work is held up by it. Write who answers it.')
    : t(
        'This open question has no date, so it may wait until work is held up by it. Write by when it has to be answered.',
      );
}
