import { t } from '@vscode/l10n';
import { tableFor } from '../template/table-spec';
import { defineBlockRule } from './engine/rule';
import { unansweredRows } from './engine/unanswered-rows';

const FALLBACK = /^fallback\b/u;
const DEPENDENCY = /\b(?:dependency|dependencies|vendor|third party)\b/u;
/** Types of dependency that others operate; a library or a service of one's own needs no fallback. */
const EXTERNAL =
  /^(?!\[).*\b(?:external|third[ -]party|3rd[ -]party|vendor|partner|supplier|provider|managed|cloud|saas)\b/iu;

export default defineBlockRule<undefined>({
  id: 'fallback-missing',
  severity: { draft: 'hint', review: 'warning', approved: 'warning' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'An external dependency has no fallback. "None" with a reason is an answer.',
    why: 'What somebody else operates will fail, and then it is too late to think of what users still get.',
    remedy: 'Write what still works without it and for how long, or "None" and why that is bearable.',
  },
  check({ facts, slotAt }, report) {
    for (const table of facts.tables) {
      const { columns } = table;
      const slot = slotAt(table.span.start);
      const answer = columns.findIndex((title) => FALLBACK.test(title));
      const subject = columns.findIndex((title) => DEPENDENCY.test(title));
      const spec = slot && tableFor(slot.content.tables, columns);
      const isAsked = spec?.columns.some(({ folded }) => FALLBACK.test(folded));
      if (answer < 1 || (subject < 0 && !isAsked)) continue;
      const type = columns.indexOf('type');
      for (const { row, at } of unansweredRows(table, Math.max(subject, 0), answer)) {
        if (type >= 0 && !EXTERNAL.test(row.cells[type]?.text ?? '')) continue;
        report({
          at,
          message: t(
            'Nothing is said of the time when this dependency fails. Write what users still get without it and for how long, or "None" and why that is bearable.',
          ),
          slot,
          data: undefined,
        });
      }
    }
  },
});
