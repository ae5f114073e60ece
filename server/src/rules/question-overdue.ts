import { t } from '@vscode/l10n';
import { foldTitle } from '../model/fold';
import type { ItemFact } from '../model/list-item';
import { isoDateIn, readDate } from './engine/date';
import { holdsOpenQuestions, isOpenQuestion, questionColumns } from './engine/open-question';
import { dueDatesOf, isAnswered, isWaived } from './engine/question-item';
import { defineBlockRule } from './engine/rule';

const ISO = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu;

export default defineBlockRule<undefined>({
  id: 'question-overdue',
  severity: { draft: 'off', review: 'info', approved: 'warning' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'An open question has a date that is past.',
    why: 'Either the answer is known and not written down, or what waits for it is late.',
    remedy: 'Write the answer, or agree on a new date.',
  },
  check({ facts, prose, slotAt, today }, report) {
    const messageOf = (due: string) =>
      t(
        'This question was to be answered by {0} and is still open; what waits for it is late. Write the answer, or agree on a new date.',
        due,
      );
    for (const { columns, rows, span } of facts.tables) {
      const found = questionColumns(columns);
      if (!found || found.due < 0) continue;
      for (const row of rows) {
        const cell = row.cells[found.due];
        const due = cell && latest(dateOf(cell.text));
        if (!due || due >= today || !isOpenQuestion(row, found, prose)) continue;
        report({ at: cell.span, message: messageOf(due), slot: slotAt(span.start), data: undefined });
      }
    }
    facts.items.forEach((item, at) => {
      const slot = slotAt(item.span.start);
      if (!slot || !isOpenItem(item, facts.items[at + 1])) return;
      if (!holdsOpenQuestions(foldTitle(slot.title))) return;
      const due = latest(dueDatesOf(item.text));
      if (due && due < today) report({ at: item.span, message: messageOf(due), slot, data: undefined });
    });
  },
});

/** A box that is not ticked, or an outer item without a box, that says nothing of an answer. */
function isOpenItem(item: ItemFact, below: ItemFact | undefined): boolean {
  const mayAsk = item.checked === undefined ? item.depth === 1 : !item.checked;
  return mayAsk && !isWaived(item) && !isAnswered(item, below);
}

function dateOf(text: string): string[] {
  const found = Array.from(text.matchAll(ISO), ([date]) => date);
  const other = found.length === 0 ? readDate(text) : undefined;
  return other ? [other] : found;
}

function latest(dates: readonly string[]): string | undefined {
  return dates.filter(isoDateIn).sort().at(-1);
}
