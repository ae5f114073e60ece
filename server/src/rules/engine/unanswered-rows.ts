import type { CellFact, RowFact, TableFact } from '../../model/table';
import type { Span } from '../../text/span';
import { isNoAnswer } from './empty-answer';
import { isGroupTitle } from './group-title';
import { isOpenCell } from './open-cell';
import { isMarkedTodo } from './todo-markers';

/** A row that names something and says nothing of it. */
export interface UnansweredRow {
  readonly row: RowFact;
  /** What it names. */
  readonly subject: CellFact;
  /** Where to say so: at the cell that says nothing, or at the subject where that cell is blank. */
  readonly at: Span;
}

/** The rows of a table that name something in the column `subject`, and whose cell in the column `answer` is no answer. */
export function unansweredRows(
  { rows }: TableFact,
  subject: number,
  answer: number,
  isUnanswered: (cell: CellFact | undefined) => boolean = isNoAnswer,
): UnansweredRow[] {
  return rows.flatMap((row) => {
    const named = row.cells[subject];
    const cell = row.cells[answer];
    // A row that names nothing goes on with the row above.
    if (!named || isNoAnswer(named) || isOpenCell(named.text) || isGroupTitle(row)) return [];
    // A mark for what is still to be written has a rule of its own.
    if (!isUnanswered(cell) || isMarkedTodo(cell?.text ?? '')) return [];
    return [{ row, subject: named, at: cell && cell.text !== '' ? cell.span : named.span }];
  });
}
