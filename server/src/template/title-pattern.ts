import { foldTitle, foldWords, plainTitle } from '../model/fold';

/** How the title of a slot is recognised in a document. */
export interface TitlePattern {
  /** The folded title, where it is the same in every document. */
  readonly literal: string | undefined;
  /** Other folded titles for the same section. */
  readonly aliases: ReadonlySet<string>;
  /** What a varying title must match once folded; undefined where it is literal. */
  readonly expression: RegExp | undefined;
  /** Whether any title will do, so that only the place tells. */
  readonly anyTitle: boolean;
  /** What siblings of one pattern share. */
  readonly key: string;
}

const VARIABLE = /\[[^[\]]*\]|\{\{[^{}]*\}\}|\{[\p{L}][^{}]*\}|<[\p{L}][^<>]*>/gu;
const MARK = '\uE000';
const LABEL = /^([^:\uE000]{1,60}):\s*(.*)$/su;

/**
 * Compiles the title of a template heading.
 * @param numbered whether its numbers vary: `Story 1` beside `Story 2`
 * @param source the title in the source, where a code span shows a sample: ``Table: `table_name` ``
 */
export function compileTitle(
  title: string,
  aliases: readonly string[],
  numbered: boolean,
  source = title,
): TitlePattern {
  const sample = (code: string, at: number) => (at > 0 ? MARK : code);
  const shown = source.includes('`') ? source.replace(/`[^`]+`/gu, sample) : title;
  let marked = plainTitle(shown).replace(VARIABLE, MARK);
  const label = LABEL.exec(marked);
  if (label?.[2]?.includes(MARK)) marked = `${label[1]} ${MARK}`;
  const varies = marked.includes(MARK);
  if (!varies && !numbered) {
    const literal = foldTitle(title);
    return { literal, aliases: foldAll(aliases), expression: undefined, anyTitle: false, key: literal };
  }
  const words = marked.split(MARK).map(foldWords);
  const key = words
    .map((word) => word.replace(/\d+/gu, '#'))
    .join(' * ')
    .replace(/(?:\* +)+\*/gu, '*')
    .trim();
  const anyTitle = words.every((word) => word === '');
  return { literal: undefined, aliases: foldAll(aliases), expression: expressionOf(words), anyTitle, key };
}

/** Fixed words, with anything between two of them and, where something varies at the end, behind the last. */
function expressionOf(words: readonly string[]): RegExp {
  const fixed = words
    .filter((word) => word !== '')
    .map((word) => escapeRegExp(word).replace(/\d+/gu, '\\d+'));
  const before = words[0] === '' && words.length > 1 ? '(?:.* )?' : '';
  const after = words.at(-1) === '' || words.length === 1 ? '(?: .*)?' : '';
  return new RegExp(`^${before}${fixed.join(' (?:.* )?')}${after}$`, 'u');
}

/** What tells siblings of one pattern from others before it is known whether their numbers vary. */
export function titleKey(title: string, source = title): string {
  return compileTitle(title, [], true, source).key;
}

/** Whether a folded title of a document fits the pattern by its words, its place aside. */
export function titleFits(pattern: TitlePattern, folded: string): boolean {
  if (pattern.literal === folded || pattern.aliases.has(folded)) return true;
  return pattern.expression !== undefined && !pattern.anyTitle && pattern.expression.test(folded);
}

function foldAll(titles: readonly string[]): Set<string> {
  return new Set(titles.map(foldTitle).filter((title) => title !== ''));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
