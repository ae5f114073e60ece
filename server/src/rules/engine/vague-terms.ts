/** A vague term in a text. */
export interface VagueTerm {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Terms that promise something without saying how much: "vague terms" (R7) of the INCOSE Guide to Writing Requirements. */
const VAGUE = [
  'fast',
  'faster',
  'quick',
  'quickly',
  'rapid',
  'rapidly',
  'user-friendly',
  'user friendly',
  'easy to use',
  'easy-to-use',
  'intuitive',
  'intuitively',
  'seamless',
  'seamlessly',
  'robust',
  'performant',
  'high-performance',
  'high performance',
  'state of the art',
  'state-of-the-art',
  'adequate',
  'adequately',
  'reasonable',
  'reasonably',
  'sufficiently',
  'timely',
  'in a timely manner',
  'acceptable',
];
/** Ways out of a requirement: "escape clauses" (R8). */
const ESCAPES = [
  'as appropriate',
  'where appropriate',
  'if appropriate',
  'where possible',
  'if possible',
  'as far as possible',
  'as much as possible',
  'as little as possible',
  'as fast as possible',
  'as soon as possible',
  'if practicable',
  'where practical',
  'to the extent possible',
  'to the extent practical',
];
/** Lists without an end: "open-ended clauses" (R9). */
const OPEN_ENDED = ['etc.', 'etc', 'and so on', 'and so forth', 'including but not limited to'];

const BUILT_IN: readonly string[] = [...VAGUE, ...ESCAPES, ...OPEN_ENDED];
/** Words before a term that deny it, compare with it or speak of it: "not just fast", "as fast as". */
const DENIED =
  /(?:\b(?:not|never|no|nor|cannot|without|instead of|rather than|less|just|merely|as|too|how|the word|called)|n['’]t)(?:\s+(?:be|just|only|merely|very|so|a|an|to be|feel))*\s*$/iu;
/** Words behind it that measure it or make a name of it. */
const MEASURED =
  /^(?:\s+(?:than|path|paths|track|lane|fail\w*|forward|start|refresh|mode|reload|retry|succession)\b|[-/]\p{L})/iu;

/** What an author has set: more terms, and terms to leave alone. */
export interface TermOptions {
  readonly words: readonly string[];
  readonly ignore: readonly string[];
}

const compiled = new WeakMap<TermOptions, RegExp>();

/** Whether one of the terms stands in a text at all; in most texts none does, and nothing else has to be found out. */
export function mayHoldVagueTerms(text: string, options: TermOptions): boolean {
  return text.search(patternFor(options)) >= 0;
}

/** The terms that stand in a text, outside of quotes and brackets, and are neither denied nor part of a name. */
export function vagueTermsIn(text: string, options: TermOptions): VagueTerm[] {
  const plain = text.replace(/"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|\([^()]*\)|\[[^\]]*\]/gu, (part) =>
    ' '.repeat(part.length),
  );
  return Array.from(plain.matchAll(patternFor(options)), ({ 0: term, index }) => ({
    term,
    start: index,
    end: index + term.length,
  })).filter(({ term, start, end }) => {
    const before = plain.slice(0, start);
    const isName = /^\p{Lu}/u.test(term) && /[\p{L}\p{N},]\s+$/u.test(before);
    return !isName && !DENIED.test(before) && !MEASURED.test(plain.slice(end));
  });
}

function patternFor(options: TermOptions): RegExp {
  let pattern = compiled.get(options);
  if (!pattern) compiled.set(options, (pattern = compile(options)));
  return pattern;
}

function compile({ words, ignore }: TermOptions): RegExp {
  const left = new Set(ignore.map((word) => word.trim().toLowerCase()));
  const sources = [...BUILT_IN, ...words.map((word) => word.trim())]
    .filter((word) => word !== '' && !left.has(word.toLowerCase()))
    // Of two that start alike the longer one is meant.
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/\s+/gu, '\\s+'));
  // Without words, one that never matches.
  const any = sources.length > 0 ? sources.join('|') : '(?!)';
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${any})(?![\\p{L}\\p{N}_])`, 'giu');
}
