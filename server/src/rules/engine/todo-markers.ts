/** Before a marker: the start, a mark that opens or parts, or a verb that says how things stand. */
const BEFORE = String.raw`(?<=^|[([:;,.!?|–—/-]\s*|(?<!\p{L})(?:is|are|was|still|currently|yet|remains?|left)\s+)`;
/** Behind a marker: the end, or a mark that closes or parts. */
const BEHIND = String.raw`(?=\s*(?:$|[)\].,;:!?|/]|[–—-]\s))`;
const UNTIL_END = String.raw`(?=\s*(?:$|[)\].,;!?]))`;

const DECIDED = 'be (?:decided|determined|defined|done|confirmed|announced|specified|agreed|clarified)';
/** What follows a bare "TODO" as a part of a name, "TODO list", or as a verb of which it is the subject. */
const NAMED =
  'lists?|apps?|items?|applications?|features?|comments?|markers?|entr(?:y|ies)|pages?|boards?|services?|tasks?|is|are|was|were|in|and|or|as|that|which|from|to|with';

/** What follows a "TBD" of which a sentence speaks: "TBD values are shown", "TBD is no date". */
const SPOKEN_OF =
  'values?|dates?|markers?|entr(?:y|ies)|items?|lists?|placeholders?|fields?|rows?|cells?|states?|is|are|was|were|means|stands';

/** Read in one line, emphasis taken out. */
const MARKERS: readonly RegExp[] = [
  new RegExp(`(?<=^|[([|]\\s*)(?<![\\p{L}\\p{N}_])TB[ACD](?![\\p{L}\\p{N}_])${BEHIND}`, 'gu'),
  new RegExp(
    `${BEFORE}(?<![\\p{L}\\p{N}_/-])(?:TBD|T\\.B\\.D\\.?)(?![\\p{L}\\p{N}_-]|\\s+(?:${SPOKEN_OF})(?!\\p{L}))`,
    'gu',
  ),
  new RegExp(`(?<=\\s)TBD${UNTIL_END}`, 'gu'),
  new RegExp(`(?<=:\\s*)TB[AC](?=\\s*[.)]*$)`, 'gu'),
  new RegExp(
    `(?<=^|(?:[.!?:([]|//)\\s*|\\s[–—-]\\s)TODO(?=\\s*(?:$|[:(.)!\\]]|[–—-]\\s)|\\s+(?!(?:${NAMED})(?!\\p{L}))\\p{Ll})`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}_/-])FIXME(?=\\s*(?:$|[:(.)!\\]]|[–—-]\\s)|\\s+(?!(?:${NAMED})(?!\\p{L}))\\p{Ll})`,
    'gu',
  ),
  /^XXX(?=:|$)|(?<=[\s(])XXX(?=:)/gu,
  /(?<=^|[\s([:])\?{3,}(?=$|[\s)\].,;])/gu,
  new RegExp(
    `(?<=^|[([:]\\s*)to ${DECIDED}(?=\\s*(?:$|[)\\].,;!]|by\\s|until\\s|before\\s|later(?!\\p{L})))`,
    'giu',
  ),
  new RegExp(`(?<=(?<!\\p{L})(?:still|yet|remains?)\\s+)to ${DECIDED}${UNTIL_END}`, 'giu'),
];
/** What is nothing but a marker, in small letters too. */
const WHOLE =
  /^(?:tb[acd]|t\.b\.d\.?|\?{3,}|fixme|to be (?:decided|determined|defined|done|confirmed))[.!]?$/iu;
const QUOTE = /["'“”‘’«»„‹›]/u;

/** Where a line ends that is shown as one, or where the next begins with a label. */
const LINE = /(?: {2,}|\\)?(?:\r\n|\n|\r)(?=[ \t]*(?:\*\*|__))|(?: {2,}|\\)(?:\r\n|\n|\r)/gu;

/** A mark in prose for what is still to be written, with its offset in that prose. */
export interface TodoMarker {
  readonly text: string;
  readonly start: number;
}

/** What each of the markers has in it: a quick look before slow ones. */
const HINT = /T\.?B\.?[ACD]|TODO|FIXME|XXX|\?\?\?|to be /iu;

/**
 * Finds the marks for what is still to be written.
 * @param prose code and links blanked out
 * @param words more marks, as they are written
 */
export function findTodoMarkers(prose: string, words: readonly string[] = []): TodoMarker[] {
  const own = words.filter((word) => word !== '').map(literal);
  const markers = HINT.test(prose) ? [...MARKERS, ...own] : own;
  if (markers.length === 0) return [];
  const ends = [...Array.from(prose.matchAll(LINE), ({ index }) => index), prose.length];
  return ends.flatMap((end, i) => findInLine(prose, ends[i - 1] ?? 0, end, markers));
}

/** Whether a text is marked as still to be written, of which `todo-marker` speaks. */
export function isMarkedTodo(text: string): boolean {
  return findTodoMarkers(text).length > 0;
}

function findInLine(prose: string, from: number, end: number, markers: readonly RegExp[]): TodoMarker[] {
  // Emphasis is none of the text: "**TBD**" stands where "TBD" would.
  const plain = prose
    .slice(from, end)
    .replace(/[*_~\\]/gu, ' ')
    .trimEnd();
  const line = plain.trimStart();
  const start = from + plain.length - line.length;
  if (WHOLE.test(line)) return [{ text: line.replace(/[.!]$/u, ''), start }];
  return markers
    .flatMap((marker) => [...line.matchAll(marker)])
    .filter(({ index, 0: text }) => !isQuoted(line, index, text.length))
    .sort((a, b) => a.index - b.index)
    .filter(({ index }, i, all) => i === 0 || index >= all[i - 1]!.index + all[i - 1]![0].length)
    .map(({ index, 0: text }) => ({ text, start: start + index }));
}

/** A marker in quotes is spoken of, not used. */
function isQuoted(line: string, start: number, length: number): boolean {
  return QUOTE.test(line[start - 1] ?? '') || QUOTE.test(line[start + length] ?? '');
}

function literal(word: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])${word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}\\p{N}_])`,
    'gu',
  );
}
