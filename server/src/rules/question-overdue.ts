import { foldTitle, foldWords } from '../model/fold';
import type { ItemFact } from '../model/list-item';
import { isoDateIn, readDate } from './engine/date';
import { holdsOpenQuestions, isOpenQuestion, questionColumns } from './engine/open-question';
import { defineBlockRule } from './engine/rule';

const ISO = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu;
const DUE = /\b(?:by|until|due(?: on| by)?|deadline|no later than):? (\d{4}-\d{2}-\d{2})(?!\d)/giu;
const SETTLED = /\b(?:resolved|answered|decided|closed|settled|done|superseded|postponed|deferred)\b/u;

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
      `This question was to be answered by ${due} and is still open; what waits for it is late. Write the answer, or agree on a new date.`;
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
    for (const item of facts.items) {
      const slot = slotAt(item.span.start);
      if (!slot || !isOpenItem(item) || !holdsOpenQuestions(foldTitle(slot.title))) continue;
      const due = latest(dueDatesOf(item.text));
      const isStruck = prose.some(({ text, span }) => span.start === item.span.start && text.includes('~~'));
      if (!due || due >= today || isStruck) continue;
      report({ at: item.span, message: messageOf(due), slot, data: undefined });
    }
  },
});

/** A box that is not ticked, or an item without a box that says nothing of an answer. */
function isOpenItem({ checked, depth, text, label }: ItemFact): boolean {
  if (checked !== undefined) return !checked;
  return depth === 1 && !SETTLED.test(foldWords(`${label ?? ''} ${text}`));
}

function dateOf(text: string): string[] {
  const found = Array.from(text.matchAll(ISO), ([date]) => date);
  const other = found.length === 0 ? readDate(text) : undefined;
  return other ? [other] : found;
}

/**
 * The dates by which an item wants its answer. A date in the question itself may be what is asked about: one counts behind
 * the question mark, or at the end of an item that has none.
 */
function dueDatesOf(text: string): string[] {
  const asked = text.lastIndexOf('?');
  const found = Array.from(text.matchAll(DUE), ({ index, 0: match, 1: date }) => ({
    date: date!,
    index,
    rest: text.slice(index + match.length),
  }));
  return found
    .filter(({ index, rest }) => (asked >= 0 ? index > asked : /^[).\]]*$/u.test(rest)))
    .map(({ date }) => date);
}

function latest(dates: readonly string[]): string | undefined {
  return dates.filter(isoDateIn).sort().at(-1);
}
