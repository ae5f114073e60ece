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

/** How alike two folded titles are, from 0 to 1: 1 for the same words, high for a slip of the keys or a title shortened. */
export function similarity(a: string, b: string): number {
  return Math.max(spelling(a, b), wording(a, b));
}

/** Above this, a heading is probably the section that is not there. */
export const NEAR_MISS = 0.5;

/** One minus the share of letters that must change; slips count only where most of the title is right. */
function spelling(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest < 4 || Math.abs(a.length - b.length) > longest / 4) return 0;
  const ratio = 1 - editDistance(a, b) / longest;
  return ratio >= 0.78 ? ratio : 0;
}

/** Shared words over all words, plural and singular alike. */
function wording(a: string, b: string): number {
  const wordsA = significantWords(a);
  const wordsB = significantWords(b);
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  const all = new Set([...wordsA, ...wordsB]).size;
  return all === 0 ? 0 : shared / all;
}

function significantWords(title: string): Set<string> {
  return new Set(
    title
      .split(' ')
      .filter((word) => word !== '' && !STOP_WORDS.has(word))
      .map((word) => (word.length > 3 ? word.replace(/(?:ies|y)$/u, 'i').replace(/s$/u, '') : word)),
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
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
