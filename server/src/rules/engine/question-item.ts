import { dismissalDigest } from '../../model/digest';
import { foldWords } from '../../model/fold';
import type { ItemFact } from '../../model/list-item';

const DUE =
  /\b(?:by|until|due(?: on| by)?|deadline|no later than|bis(?: zum)?|spätestens(?: am)?):? (\d{4}-\d{2}-\d{2})(?!\d)/giu;
/** Words that tell that there is an answer, or that none is wanted any more. */
const SETTLED =
  /\b(?:resolved|answered|answer|decided|decision|closed|settled|done|superseded|postponed|deferred|dropped|withdrawn|obsolete|moot|antwort|entschieden|entscheidung|geklärt|réponse|décidé|décision|résolue?)(?!\p{L})/u;
/** An arrow, or a word that answers, behind a question. */
const ANSWER = /[→⇒➔➜]|[-=]>|^[\s*_:(–—-]*(?:yes|no|ja|nein|oui|non|sí)(?!\p{L})/iu;
/** Behind a label, a dash or a bracket, or alone. */
const NOT_APPLICABLE =
  /(?:^|[:(–—-]\s*)(?:n\/?a|not (?:applicable|needed|required|necessary)|does not apply|entfällt|sans objet)(?!\p{L})/iu;

/** Whether an item says that it need not be done or answered any more, ticked or not. */
export function isWaived({ isStruck, text }: ItemFact): boolean {
  return isStruck || NOT_APPLICABLE.test(text) || dismissalDigest(text) !== undefined;
}

/**
 * Whether an item that asks something has its answer beside it.
 * @param below the next item, which may hold the answer
 */
export function isAnswered(item: ItemFact, below?: ItemFact): boolean {
  const { whole, hasMore, depth } = item;
  const asked = whole.lastIndexOf('?');
  const rest = whole.slice(asked + 1);
  if (SETTLED.test(foldWords(rest)) || (asked >= 0 && ANSWER.test(rest))) return true;
  const inner = hasMore && below && below.depth > depth ? below.whole : '';
  return ANSWER.test(inner) || SETTLED.test(foldWords(inner.slice(0, 30)));
}

/** Whether an item of a list of open questions, without a box, is certainly a question, and one without an answer. */
export function isOpenQuestionItem(item: ItemFact): boolean {
  if (item.checked !== undefined || item.depth !== 1 || item.hasMore) return false;
  if (isWaived(item) || isAnswered(item)) return false;
  return /\?\s*(?:\([^()]*\)\s*)?\.?$/u.test(item.whole) || dueDatesOf(item.whole).length > 0;
}

/**
 * The dates by which an item wants its answer. A date in the question itself may be what is asked about: one counts behind
 * the question mark, or at the end of an item that has none.
 */
export function dueDatesOf(text: string): string[] {
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
