import { placeholderOf } from '../../model/placeholders/read-placeholders';
import { columnSpec, textsIn, type TableAt } from './table-at';
import { HTTP_STATUSES } from './http-statuses';
import type { Value } from './values/asked';
import { METHOD_COLUMN, STATUS_COLUMN } from '../../rules/engine/http-columns';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const LEVEL = /\b(?:impact|probability|likelihood|severity|priority|criticality|risk level)\b/u;
const LEVELS = ['High', 'Medium', 'Low'];
/** Longer texts are sentences, which are not chosen. */
const LONGEST = 30;
const MOST_WORDS = 3;

/** The values that a column of a table is filled from. */
export function columnChoices(table: TableAt, column: number): Value[] {
  const folded = table.fact.columns[column] ?? '';
  const spec = columnSpec(table, column);
  const samples = (spec?.samples ?? []).filter(
    (sample) => sample !== '' && placeholderOf(sample) === undefined,
  );
  const texts = textsIn(table, column);
  if (STATUS_COLUMN.test(folded) && [...samples, ...texts].some((text) => /^[1-5]\d\d\b/u.test(text)))
    return statuses([...samples, ...texts]);
  return choicesOf(folded, spec?.choices, samples, texts).map((value) => ({ value, kind: 'choice' }));
}

/** Every status; those of errors alone first where the table is about errors. */
function statuses(known: readonly string[]): Value[] {
  const isAboutErrors = known.every((text) => /^[45]/u.test(text));
  const rank = (code: string) => (isAboutErrors && /^[1-3]/u.test(code) ? 1 : 0);
  const sorted = [...HTTP_STATUSES].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return sorted.map(([value, detail]) => ({ value, kind: 'choice', detail }));
}

function choicesOf(
  folded: string,
  listed: readonly string[] | undefined,
  samples: readonly string[],
  texts: readonly string[],
): readonly string[] {
  if (METHOD_COLUMN.test(folded)) return distinct([...(listed ?? []), ...METHODS]);
  if (listed) return listed;
  if ([...samples, ...texts].some((text) => /^(?:yes|no)$/iu.test(text))) return ['Yes', 'No'];
  const vocabulary = distinct([...repeated(samples), ...repeated(texts)]).filter(isWord);
  if (!LEVEL.test(folded)) return vocabulary;
  // Whoever writes H for high does so in every row.
  const isShort = texts.length > 0 && texts.every((text) => /^[A-Z]$/u.test(text));
  const levels = isShort ? LEVELS.map((level) => level[0]!) : LEVELS;
  const others = distinct([...samples, ...texts]).filter(
    (text) => /^\p{L}+$/u.test(text) && text.length <= LONGEST,
  );
  return distinct([...others.filter((text) => /^(?:critical|blocker)$/iu.test(text)), ...levels]);
}

/** Whether a text is a name for something, and neither a sentence nor a mark for nothing. */
function isWord(text: string): boolean {
  return text.length <= LONGEST && text.split(' ').length <= MOST_WORDS && !/^[-–—?\d\s]*$/u.test(text);
}

/** What stands there more than once: a word that rows have in common. */
function repeated(texts: readonly string[]): string[] {
  return distinct(texts.filter((text, index) => texts.indexOf(text) !== index));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
