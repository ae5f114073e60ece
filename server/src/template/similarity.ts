const STOP_WORDS = new Set([
  'a',
  'an',
  'and',
  'for',
  'in',
  'of',
  'on',
  'or',
  'our',
  'the',
  'this',
  'to',
  'we',
  'with',
]);

/** Words that many titles have in common: by themselves they do not tell one section from another. */
const GENERIC = stems([
  'analysis',
  'approach',
  'considerations',
  'criteria',
  'description',
  'design',
  'detail',
  'detailed',
  'general',
  'information',
  'notes',
  'overview',
  'plan',
  'process',
  'proposal',
  'proposed',
  'requirements',
  'section',
  'specification',
  'strategy',
  'summary',
]);

/** Words that turn a title into its opposite: `Scope` and `Out of Scope`. */
const NEGATIONS = new Set(['no', 'non', 'not', 'out', 'without']);
const NEGATIVE_PREFIXES = ['non', 'un'];

/** How alike two folded titles are, from 0 to 1: 1 for the same words, high for a slip of the keys or a title shortened. */
export function similarity(a: string, b: string): number {
  return areOpposed(a.split(' '), b.split(' ')) ? 0 : Math.max(spelling(a, b), wording(a, b));
}

/** Above this, a heading is probably the section that is not there. */
export const NEAR_MISS = 0.5;

function areOpposed(a: readonly string[], b: readonly string[]): boolean {
  const isNegation = (word: string) => NEGATIONS.has(word);
  return a.some(isNegation) !== b.some(isNegation) || negates(a, b) || negates(b, a);
}

/** Whether a word of `a` is the opposite of one of `b`: `Unresolved` and `Resolved`. */
function negates(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) =>
    NEGATIVE_PREFIXES.some((prefix) => word.startsWith(prefix) && b.includes(word.slice(prefix.length))),
  );
}

/**
 * One minus the share of letters that must change; slips count only where most of the title, and most of each word, is
 * right.
 */
function spelling(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  // Less work where the lengths alone tell.
  if (Math.abs(a.length - b.length) > longest / 4) return 0;
  const ratio = closeness(a, b);
  if (ratio < 0.78) return 0;
  const wordsA = a.split(' ');
  const wordsB = b.split(' ');
  const isSlip =
    wordsA.length !== wordsB.length || wordsA.every((word, i) => closeness(word, wordsB[i]!) >= 0.6);
  return isSlip ? ratio : 0;
}

function closeness(a: string, b: string): number {
  return a === b ? 1 : 1 - editDistance(a, b) / Math.max(a.length, b.length);
}

/** Shared words over all words, plural and singular alike. One shared word must be one that tells sections apart. */
function wording(a: string, b: string): number {
  const wordsA = significantWords(a);
  const wordsB = significantWords(b);
  const shared = [...wordsA].filter((word) => wordsB.has(word));
  const all = new Set([...wordsA, ...wordsB]);
  const isGeneric = (word: string) => GENERIC.has(word);
  if (shared.length < 2 && shared.every(isGeneric) && ![...all].every(isGeneric)) return 0;
  return all.size === 0 ? 0 : shared.length / all.size;
}

function significantWords(title: string): Set<string> {
  return stems(title.split(' ').filter((word) => word !== '' && !STOP_WORDS.has(word)));
}

function stems(words: readonly string[]): Set<string> {
  return new Set(
    words.map((word) => (word.length > 3 ? word.replace(/(?:ies|y)$/u, 'i').replace(/s$/u, '') : word)),
  );
}

/** Edits, insertions, deletions and swaps of neighbours between two strings (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, substitution);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
