import { t } from '@vscode/l10n';
import type { ItemFact } from '../model/list-item';
import { itemPrefixes, readLead } from './engine/requirement-items';
import { defineBlockRule, type RuleOptions } from './engine/rule';

/** RFC 2119 and 8174, and "will" as older standards use it. */
const MODALS = 'must|shall|should|may|will|cannot|required|recommended|optional';
/** Words of English that no neighbouring language has; a text without them is in another language, or no sentence. */
const ENGLISH = /(?<!\p{L})(?:the|and|with|from|that|when|which|each|every|are|be)(?!\p{L})/iu;
/** Forms that say by themselves what is demanded, and requirements that were withdrawn. */
const OTHER_FORM =
  /^(?:as an?\s.*\bi\s(?:want|need|can)\b|given\b.*\bwhen\b|\(?(?:withdrawn|removed|deleted|dropped|deprecated|obsolete|superseded|replaced|moved|deferred|merged|reserved|see)\b|[[{<])/isu;

const options = {
  words: {
    default: [] as string[],
    description:
      'More words that say how binding a requirement is, such as those of another language: `["muss", "soll"]`.',
  },
} satisfies RuleOptions;

export default defineBlockRule<undefined, typeof options>({
  id: 'requirement-modal',
  severity: { draft: 'off', review: 'hint', approved: 'hint' },
  fix: 'none',
  isHeuristic: true,
  waitsForLine: true,
  options,
  docs: {
    what: 'A numbered requirement has none of the words of RFC 2119: must, shall, should, may.',
    why: 'Without one nobody can tell a demand from a wish or from how things are today.',
    remedy: 'Say who must, should or may do what. Words of other languages go into the option `words`.',
  },
  check({ facts, slotAt }, report, { words }) {
    const requirements = facts.items.flatMap((item) => {
      const slot = slotAt(item.span.start);
      const prefixes = slot ? itemPrefixes(slot) : [];
      const lead = item.depth === 1 && prefixes.length > 0 ? readLead(item, prefixes) : undefined;
      return lead?.kind === 'id' ? [{ item, slot, lead }] : [];
    });
    if (requirements.length === 0) return;
    const modal = new RegExp(`(?<!\\p{L})(?:${[MODALS, ...words.map(escaped)].join('|')})(?!\\p{L})`, 'iu');
    for (const { item, slot, lead } of requirements) {
      const text = textBehind(item, lead.id);
      // What ends with a colon goes on in the list below it.
      if (!ENGLISH.test(text) || OTHER_FORM.test(text) || /:$/u.test(text) || modal.test(item.whole))
        continue;
      report({
        at: item.span,
        message: t(
          '{0} does not say how binding it is, so a reader cannot tell a demand from a wish. Use "must", "should" or "may" (RFC 2119).',
          lead.id,
        ),
        slot,
        data: undefined,
      });
    }
  },
});

function textBehind({ whole }: ItemFact, id: string): string {
  return whole
    .slice(whole.indexOf(id) + id.length)
    .replace(/^[\s\])]*[:.–—-]?\s*/u, '')
    .trim();
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
