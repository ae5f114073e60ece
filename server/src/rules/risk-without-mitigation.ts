import { t } from '@vscode/l10n';
import { foldWords } from '../model/fold';
import type { CellFact } from '../model/table';
import { isNoAnswer } from './engine/empty-answer';
import { defineBlockRule } from './engine/rule';
import { findTodoMarkers } from './engine/todo-markers';
import { unansweredRows } from './engine/unanswered-rows';

/** Not the level, the type or the owner of one. */
const RISK =
  /\b(?:risks?|threats?|hazards?|dependency|dependencies)\b(?! (?:level|rating|score|class|category|type|id|owner)\b)/u;
const NUMBER = /^(?:|#|id|no|nr|number|(?:risk|threat) (?:id|no))$/u;
const MITIGATION = /^(?:risk )?mitigat|^(?:countermeasures?|contingency)\b/u;
/** The status of a risk that nothing has to be done about any more. */
const CLOSED = /^(?:closed|resolved|retired|accepted|mitigated|done|obsolete)\b/u;

export default defineBlockRule<undefined>({
  id: 'risk-without-mitigation',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'A risk, threat or dependency has no mitigation. "Accept", and "None" with a reason, are answers.',
    why: 'A risk that is only listed happens as if nobody had known of it.',
    remedy:
      'Write what makes it less likely or what is done when it happens, or that it is accepted and why.',
  },
  check({ facts, slotAt }, report) {
    for (const table of facts.tables) {
      const answer = table.columns.findIndex((title) => MITIGATION.test(title));
      // A number may stand before what the row is about.
      const subject = NUMBER.test(table.columns[0]!) ? 1 : 0;
      if (answer <= subject || !RISK.test(table.columns[subject]!)) continue;
      const status = table.columns.findIndex((title) => /^(?:status|state)$/u.test(title));
      for (const { row, at } of unansweredRows(table, subject, answer, saysNothing)) {
        if (CLOSED.test(foldWords(row.cells[status]?.text ?? ''))) continue;
        report({
          at,
          message: t(
            'Nothing is done about this risk: its "{0}" says nothing. Write what makes it less likely or what happens then, or "None" with the reason why it is accepted.',
            table.header[answer]!,
          ),
          slot: slotAt(table.span.start),
          data: undefined,
        });
      }
    }
  },
});

/** Whether a cell is no answer; "TBD" has a rule of its own. */
function saysNothing(cell: CellFact | undefined): boolean {
  return isNoAnswer(cell) && findTodoMarkers(cell?.text ?? '').length === 0;
}
