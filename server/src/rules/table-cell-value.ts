import { t } from '@vscode/l10n';
import { foldWords } from '../model/fold';
import { tableFor } from '../template/table-spec';
import { namesChoice } from './engine/choice-match';
import { isNoAnswer } from './engine/empty-answer';
import { HTTP_METHODS } from './engine/http-methods';
import { isOpenCell } from './engine/open-cell';
import { defineBlockRule } from './engine/rule';

/** A cell with more words says something else than one of the choices, and says it. */
const MOST_WORDS = 2;
/** Words that only a scale has. */
const SCALE = /^(?:high|medium|low|yes|no|open|closed)$/iu;
/** What authors rightly name instead of choosing: what is required is often said by its name, `Bearer` for authentication. */
const NAMED = /^(?:required|optional)$/iu;

export default defineBlockRule<{ choices: readonly string[] }>({
  id: 'table-cell-value',
  severity: { draft: 'warning', review: 'warning', approved: 'error' },
  fix: 'unsafe',
  waitsForLine: true,
  docs: {
    what: 'A cell holds a word that is none of the values to choose from in its column. Abbreviations, ranges, remarks and "N/A" are allowed.',
    why: 'Rows can only be compared and sorted by their values when all rows choose from the same ones.',
    remedy: 'Use one of the values of the template, and put what else there is to say behind it in brackets.',
  },
  check({ facts, slotAt }, report) {
    for (const { columns, rows, span } of facts.tables) {
      const slot = slotAt(span.start);
      const spec = slot && tableFor(slot.content.tables, columns);
      for (const { folded, title, choices, samples } of spec?.columns ?? []) {
        const at = columns.indexOf(folded);
        if (at < 0 || !choices || isNamed(choices)) continue;
        const isChosen = rows.some(({ cells }) => cells[at] && namesChoice(cells[at].text, choices));
        if (!isChosen && !isCertain(samples[0]!, choices)) continue;
        for (const { cells } of rows) {
          const cell = cells[at];
          if (!cell || isNoAnswer(cell) || isOpenCell(cell.text) || !isOneWord(cell.text)) continue;
          if (namesChoice(cell.text, choices)) continue;
          report({
            at: cell.span,
            message: t(
              '"{0}" is none of the values of the column "{1}", so this row cannot be compared with the others. Use one of: {2}. A remark may follow it.',
              cell.text,
              title,
              choices.join(', '),
            ),
            slot,
            data: { choices },
          });
        }
      }
    }
  },
  fixes: (_context, { choices }, span) =>
    choices.map((choice) => ({ title: t('Write "{0}"', choice), edits: [{ span, newText: choice }] })),
});

/** Whether a word beside the choices may be right: HTTP knows more methods than a template lists, and has a rule of its own. */
function isNamed(choices: readonly string[]): boolean {
  return choices.every((choice) => NAMED.test(choice)) || choices.some((choice) => HTTP_METHODS.has(choice));
}

/** Whether a list of a template is one to choose from: `[Team / Person]` may ask for a name of either. */
function isCertain(sample: string, choices: readonly string[]): boolean {
  return !/\s\/\s/u.test(sample) || choices.some((choice) => SCALE.test(choice));
}

/** Whether a cell holds a word or two in letters that all templates' choices are written in; symbols speak for themselves. */
function isOneWord(text: string): boolean {
  const folded = foldWords(text);
  if (folded === '' || /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}\s]/u.test(folded)) return false;
  return (
    folded.split(' ').length <= MOST_WORDS &&
    !/%|^(?:if|when|only|on|for|unless|depends|sometimes|conditional)\b/iu.test(text)
  );
}
