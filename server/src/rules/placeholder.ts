import { t } from '@vscode/l10n';
import { parseChoices } from '../model/choices';
import { openPlaceholders } from './engine/open-placeholders';
import { defineBlockRule } from './engine/rule';
import { yamlPlaceholders } from './engine/yaml-placeholders';

/** Longer guidance is cut in a message; the editor shows it in full at the placeholder. */
const LONGEST = 80;

export default defineBlockRule<{ choices: readonly string[] }>({
  id: 'placeholder',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'unsafe',
  docs: {
    what: 'A placeholder of the template still stands, or a bracket fills a place where the template has one.',
    why: 'It asks a question that the document does not answer yet.',
    remedy: 'Write the answer in its place, or delete the line if it does not apply.',
  },
  check(context, report) {
    for (const { span, text } of openPlaceholders(context))
      report({ at: span, slot: context.slotAt(span.start), ...unanswered(text) });
  },
  checkDocument({ shape, schema }, report) {
    for (const { field, text } of yamlPlaceholders(shape, schema))
      report({ at: { field, part: 'value' }, ...unanswered(text) });
  },
  fixes(_context, { choices }, span) {
    return choices.map((choice) => ({
      title: t('Choose "{0}"', choice),
      edits: [{ span, newText: choice }],
    }));
  },
});

/** What is said of a placeholder with these words. */
function unanswered(words: string): { message: string; data: { choices: readonly string[] } } {
  const choices = parseChoices(words);
  const text = words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words;
  const message = choices
    ? t('Nothing is chosen yet: {0}. Readers cannot know which you mean. Keep one.', choices.join(', '))
    : t(
        'Not filled in yet: "{0}". Readers will take it for an oversight. Write the answer, or delete the line if it does not apply.',
        text.replace(/\s+/gu, ' '),
      );
  return { message, data: { choices: choices ?? [] } };
}
