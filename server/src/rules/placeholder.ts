import { t } from '@vscode/l10n';
import { parseChoices } from '../model/choices';
import type { PlaceholderFact } from '../model/placeholders/read-placeholders';
import type { ProseFact } from '../model/prose';
import type { Schema } from '../template/schema';
import { defineBlockRule } from './engine/rule';
import { templatePlaceholder } from './engine/template-placeholder';
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
  check({ facts, prose, schema, slotAt, inMetadata }, report) {
    for (const fact of facts.placeholders) {
      const slot = slotAt(fact.span.start);
      const metadata = inMetadata(fact.span.start);
      if (metadata && isStatus(fact, schema)) continue;
      // The title has a rule of its own.
      if (fact.kind === 'heading' && slot !== undefined && slot === schema.title) continue;
      const isOurs = templatePlaceholder(fact, { schema, slot, inMetadata: metadata }) !== undefined;
      if (!isOurs && !isReasonLeftOut(fact, prose)) continue;
      report({ at: fact.span, slot, ...unanswered(fact.text) });
    }
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

/** Whether a placeholder stands where the reason belongs why something does not apply, as fixes leave it for the author. */
function isReasonLeftOut({ folded, span }: PlaceholderFact, prose: readonly ProseFact[]): boolean {
  if (!/^(?:the |your )?reason\b/u.test(folded)) return false;
  const place = prose.find(({ span: { start, end } }) => start <= span.start && span.end <= end);
  const before = place?.text.slice(0, span.start - place.span.start) ?? '';
  return /(?:\bn\/?a|\bnot applicable)[\s*_]*[:(–—-][\s*_]*$/iu.test(before);
}

/** The status has rules of its own. */
function isStatus({ label, row }: PlaceholderFact, { fields }: Schema): boolean {
  return fields.some(({ kind, folded }) => kind === 'status' && (folded === label || folded === row));
}
