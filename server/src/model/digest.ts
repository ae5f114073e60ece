/** Blocks longer than this are an author's own; no template's guidance for one section is as long. */
const LONGEST = 4000;

/** The digest of a block that is certainly no guidance of a template. */
export const OWN_TEXT = -1;

/** How a section may be waved away in a word, without a reason; `open`: its author means to come back to it. */
export type Dismissal = 'not-applicable' | 'none' | 'open';

const DISMISSALS: readonly (readonly [Dismissal, digest: number, words: RegExp])[] = [
  ['not-applicable', -2, /^(?:n\/?a|n\.a\.|not applicable|does not apply|not relevant)$/iu],
  // German, French, Spanish, Portuguese and Italian.
  [
    'not-applicable',
    -2,
    /^(?:entfällt|nicht (?:zutreffend|anwendbar|relevant)|non applicable|sans objet|no (?:aplica|aplicable|procede)|não (?:aplicável|se aplica)|non (?:applicabile|si applica))$/iu,
  ],
  ['none', -3, /^(?:none|nothing|nil|no|not (?:needed|required|necessary)|[-–—]+)$/iu],
  [
    'none',
    -3,
    /^(?:there (?:are|is) )?no (?:(?:known|new|additional|special|specific|further|particular) )?(?:security |privacy |security (?:and|or) privacy )?(?:impact|implications?|concerns?|considerations?|issues|changes?|risks?|relevance)$/iu,
  ],
  ['open', -4, /^(?:tb[dca]|to ?do|wip|to be (?:done|decided|determined|defined|added|written)|\?{2,})$/iu],
];

/** The digest of a block that waves its section away and says why: `Not applicable: the service has one process.` */
const EXPLAINED = -5;
const EXPLANATION =
  /^(?:n\/?a|n\.a\.|not (?:applicable|relevant|needed|required|necessary)|does not apply|none|nothing)(?:\s*[:;,.(–—-]\s*[^\s[*_]|\s+(?:because|since|as|for|here|in|to|until|yet)\b)/iu;
/** The same in the other languages of the dismissals. */
const EXPLANATION_ELSEWHERE =
  /^(?:entfällt|nicht (?:zutreffend|anwendbar|relevant|nötig|erforderlich)|keine?|non applicable|sans objet|no (?:aplica|aplicable|procede)|não (?:aplicável|se aplica)|non (?:applicabile|si applica))(?:\s*[:;,.(–—-]\s*[^\s[*_]|\s+(?:da|weil|denn|wegen|car|parce que|porque|perché)(?=\s))/iu;

/** Whether the first thing that a section says is that it does not apply, and why. */
export function isExplainedAway([first]: readonly number[]): boolean {
  return first === EXPLAINED;
}

/** The digest of a block that waves its section away; undefined for any other. */
export function dismissalDigest(source: string): number | undefined {
  const plain = source.slice(0, 120).replace(/[>*_~]+/gu, '');
  const sentence = plain
    .replace(/^\s*[-+]\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (EXPLANATION.test(sentence) || EXPLANATION_ELSEWHERE.test(sentence)) return EXPLAINED;
  if (source.length > 60) return undefined;
  const words = source.replace(/^[\s>*+_~(-]+(?=[\p{L}])|[\s.!*_~)]+$/gu, '').replace(/\s+/gu, ' ');
  const match = (pattern: RegExp) => pattern.test(words) || pattern.test(`${words}.`);
  return DISMISSALS.find(([, , pattern]) => match(pattern))?.[1];
}

/** The dismissal that a section consists of; undefined where it says more, or nothing. */
export function dismissalOf(digests: readonly number[]): Dismissal | undefined {
  return DISMISSALS.find(([, digest]) => digests.length > 0 && digests.every((each) => each === digest))?.[0];
}

/**
 * A number that tells whether two blocks read the same, white space and block quote marks aside (FNV-1a, 32 bits).
 * @returns `OWN_TEXT` for a long block
 */
export function digestOf(source: string): number {
  if (source.length > LONGEST) return OWN_TEXT;
  let hash = 0x811c9dc5;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code <= 0x20 || code === 0x3e) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}
