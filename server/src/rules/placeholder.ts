import { parseChoices } from '../model/choices';
import type { PlaceholderFact } from '../model/placeholders/read-placeholders';
import type { ProseFact } from '../model/prose';
import type { PlaceholderSpec, Schema, Slot } from '../template/schema';
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
  check({ facts, prose, schema, slotAt, inMetadata }, report) {
    for (const fact of facts.placeholders) {
      const slot = slotAt(fact.span.start);
      const metadata = inMetadata(fact.span.start);
      if (metadata && isStatus(fact, schema)) continue;
      // The title has a rule of its own.
      if (fact.kind === 'heading' && slot !== undefined && slot === schema.title) continue;
      if (!isPlaceholder(fact, slot, schema, metadata) && !isReasonLeftOut(fact, prose)) continue;
      report({ at: fact.span, slot, ...unanswered(fact.text) });
    }
  },
  checkDocument({ shape, schema }, report) {
    for (const { field, text } of yamlPlaceholders(shape, schema))
      report({ at: { field, part: 'value' }, ...unanswered(text) });
  },
  fixes(_context, { choices }, span) {
    return choices.map((choice) => ({ title: `Choose "${choice}"`, edits: [{ span, newText: choice }] }));
  },
});

/** What is said of a placeholder with these words. */
function unanswered(words: string): { message: string; data: { choices: readonly string[] } } {
  const choices = parseChoices(words);
  const text = words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words;
  const message = choices
    ? `Nothing is chosen yet: ${choices.join(', ')}. Readers cannot know which you mean. Keep one.`
    : `Not filled in yet: "${text.replace(/\s+/gu, ' ')}". Readers will take it for an oversight. Write the answer, or delete the line if it does not apply.`;
  return { message, data: { choices: choices ?? [] } };
}

/** Anchored where the template has one: the template's own words in this section, or any in a place like the template's. */
function isPlaceholder(
  fact: PlaceholderFact,
  slot: Slot | undefined,
  schema: Schema,
  metadata: boolean,
): boolean {
  const specs = [...(slot?.placeholders ?? []), ...(metadata ? schema.preamblePlaceholders : [])];
  if (specs.some((spec) => hasSameWords(fact, spec) || hasSamePlace(fact, spec))) return true;
  const label = fact.label === undefined || fact.kind === 'cell' ? fact.row : fact.label;
  return (
    metadata && fact.whole && fact.convention.anyText && schema.fields.some(({ folded }) => folded === label)
  );
}

/** Whether a placeholder stands where the reason belongs why something does not apply, as fixes leave it for the author. */
function isReasonLeftOut({ folded, span }: PlaceholderFact, prose: readonly ProseFact[]): boolean {
  if (!/^(?:the |your )?reason\b/u.test(folded)) return false;
  const place = prose.find(({ span: { start, end } }) => start <= span.start && span.end <= end);
  const before = place?.text.slice(0, span.start - place.span.start) ?? '';
  return /(?:\bn\/?a|\bnot applicable)[\s*_]*[:(–—-][\s*_]*$/iu.test(before);
}

function hasSameWords(fact: PlaceholderFact, spec: PlaceholderSpec): boolean {
  return (
    fact.convention === spec.convention &&
    fact.folded === spec.folded &&
    (fact.whole || !spec.whole || fact.kind === spec.kind)
  );
}

function hasSamePlace(fact: PlaceholderFact, spec: PlaceholderSpec): boolean {
  if (!fact.whole || !spec.whole || !fact.convention.anyText || !spec.convention.anyText) return false;
  return (
    fact.kind === spec.kind &&
    (spec.label === undefined ? spec.kind !== 'cell' && fact.label === undefined : spec.label === fact.label)
  );
}

/** The status has rules of its own. */
function isStatus({ label, row }: PlaceholderFact, { fields }: Schema): boolean {
  return fields.some(({ kind, folded }) => kind === 'status' && (folded === label || folded === row));
}
