import { t } from '@vscode/l10n';
import { isBlankOrDash, isNoAnswer } from './engine/empty-answer';
import { isOpenCell } from './engine/open-cell';
import { defineBlockRule } from './engine/rule';
import { unansweredRows } from './engine/unanswered-rows';

const RATIONALE = /^(?:rationale|reason(?:ing)?|reasons|why|justification)\b/u;
/** Not who decided, nor when. */
const DECISION = /^(?:\p{L}+ )?(?:decisions?|choice)(?: area)?$/u;
const CHOICE = /^(?:choice|chosen|decision|outcome|selected)\b/u;
const UNDECIDED = /^(?:pending|open|undecided|to be decided|deferred|postponed|proposed|draft)\b/iu;

export default defineBlockRule<undefined>({
  id: 'rationale-missing',
  severity: { draft: 'hint', review: 'warning', approved: 'warning' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'A row of a table of decisions states what was decided and not why.',
    why: 'Without the reason a decision can neither be reviewed nor changed safely when circumstances do.',
    remedy: 'Write the fact that decided, and the best option that was refused.',
  },
  check({ facts, slotAt }, report) {
    for (const table of facts.tables) {
      const { columns } = table;
      const answer = columns.findIndex((title) => RATIONALE.test(title));
      const subject = columns.findIndex((title, at) => at !== answer && DECISION.test(title));
      if (answer < 0 || subject < 0) continue;
      const choice = columns.findIndex((title, at) => at !== answer && at !== subject && CHOICE.test(title));
      for (const { row, at } of unansweredRows(table, subject, answer, isBlankOrDash)) {
        const chosen = row.cells[choice >= 0 ? choice : subject];
        const status = row.cells[columns.indexOf('status')]?.text ?? '';
        // What is not decided yet needs no reason yet.
        if (!chosen || isNoAnswer(chosen) || isOpenCell(chosen.text) || isUndecided(chosen.text, status))
          continue;
        report({
          at,
          message: t(
            'This decision has no reason: its "{0}" is empty. Nobody can review it, or know when to decide anew. Write the fact that decided, and what was refused.',
            table.header[answer]!,
          ),
          slot: slotAt(table.span.start),
          data: undefined,
        });
      }
    }
  },
});

function isUndecided(...texts: readonly string[]): boolean {
  return texts.some((text) => UNDECIDED.test(text));
}
