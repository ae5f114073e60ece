import { findIdentifiers, mayHoldIdentifiers, type IdentifierFact } from '../../model/identifier';
import { foldWords } from '../../model/fold';
import { placeInTable } from '../../model/read-identifiers';
import { documentIdsIn } from '../../template/spec-id';
import { OpenDocument } from '../open-document';
import type { TemplateChoice } from '../spec';
import { readExports, requirementExports, requirementKey, type Exports } from './exports';
import { seenInOutline, type Seen } from './seen';

/** Metadata stands before the first section or in it: below the title, and one more heading. */
const HEAD_HEADINGS = 2;
/** Nor does it stand farther down than that. */
const HEAD_LINES = 80;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*)$/u;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/u;
const ROW = /^\s*\|(.*?)\|?\s*$/u;
const DELIMITERS = /^\s*\|[\s:|-]*-[\s:|-]*$/u;
const MARKS = /^(?:\s|>|[-*+]\s|\d+[.)]\s|\[[ xX]\]\s)*/u;
/** A line that goes on with the paragraph before it. */
const CONTINUES = /^\s*(?![#>|`~]|[-*+]\s|\d+[.)]\s)\S/u;
/** More are those of a reference, in which nobody looks for sections. */
const MOST_TITLES = 500;
/** A file in which one of these stands says which template it follows, or holds Markdown in a fence. */
const NAMES_TEMPLATE = /\bspecwright\b/iu;
const MARKDOWN_FENCE = /^ {0,3}(?:`{3,}|~{3,})[ \t]*(?:markdown|md)\b/imu;
const NO_PLAIN_TITLE = /\]\(|&\w+;|<[a-z/]/iu;
const CODE_AT_START = /^([*_[(]*)`([^`]*)`/u;

/** What is kept of a file that nobody has open. */
export interface FileFacts {
  readonly exports: Exports;
  readonly seen: Seen;
  /** The titles of its headings as they are written. Headings with underlines are left out, which few have. */
  readonly titles: readonly string[];
  readonly trace: SpecTrace;
}

/** What tells without parsing whether a file may be a spec. Each reading of a file makes one of its own. */
export interface SpecTrace {
  /** The titles of its headings as they are written, and lines that may be headings with underlines. */
  readonly titles: readonly string[];
  /** Whether it may be a spec whatever its titles are: it names a template, stands in a fence, or has titles that are not plain text. */
  readonly isUncertain: boolean;
}

/** What of a document tells what it exports. */
interface Skimmed {
  /** Its first lines, and its headings. */
  readonly outline: string;
  /** The ids at the start of its lines, outside of fenced code. */
  readonly ids: readonly IdentifierFact[];
  /** All ids outside of fenced code, as `requirementKey` writes them. */
  readonly mentions: ReadonlySet<string>;
  readonly titles: readonly string[];
  readonly trace: SpecTrace;
  /** Whether an id of a document stands in its first lines. */
  readonly mayHaveOwnId: boolean;
}

/**
 * What is to be known of a file. Parsing thousands of files would take minutes, so that Markdown is read only where it tells which
 * template the file follows and which id it states; ids of requirements are looked for line by line.
 * @param choose is asked for the template only where it matters
 */
export function skimFile(uri: string, text: string, choose: (uri: string) => TemplateChoice): FileFacts {
  const { outline, ids, mentions, titles, trace, mayHaveOwnId } = skim(text);
  const isLabelled = ids.some(({ isLabel }) => isLabel);
  const document = mayHaveOwnId || isLabelled ? new OpenDocument(uri, outline, choose(uri)) : undefined;
  const base = readExports(uri, document ?? { title: /^# +(.+)$/mu.exec(outline)?.[1] });
  return {
    exports: { ...base, ...requirementExports(ids, document?.spec?.schema) },
    seen: seenInOutline(outline, document, { ids, mentions }),
    titles,
    trace,
  };
}

/** A file as a document of no more than its metadata and its headings, which tell its template; lines are not where they were. */
export function outlineDocument(
  uri: string,
  text: string,
  choose: (uri: string) => TemplateChoice,
): OpenDocument {
  return new OpenDocument(uri, skim(text).outline, choose(uri));
}

function skim(text: string): Skimmed {
  const outline: string[] = [];
  const ids: IdentifierFact[] = [];
  const mentions = new Set<string>();
  const titles: string[] = [];
  const underlined: string[] = [];
  let mayHaveOwnId = false;
  let fence: string | undefined;
  let fenceIsShown = false;
  let headings = 0;
  /** The titles of the table that the line stands in. */
  let columns: readonly string[] = [];
  // A byte order mark is no part of the first heading.
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  lines.forEach((line, index) => {
    const heading = fence === undefined ? HEADING.exec(line)?.[1] : undefined;
    const isHeading = heading !== undefined;
    if (isHeading) headings += 1;
    if (isHeading && titles.length < MOST_TITLES) titles.push(...titleIn(heading));
    const isHead = headings <= HEAD_HEADINGS && index < HEAD_LINES;
    const marks = FENCE.exec(line)?.[1];
    const wasCode = fence !== undefined;
    if (fence === undefined) {
      fence = marks;
      fenceIsShown = isHead;
    } else if (marks?.startsWith(fence) && line.trim() === marks) fence = undefined;
    const isCode = wasCode || fence !== undefined;
    if (!isCode && UNDERLINE.test(line) && /\S/u.test(lines[index - 1] ?? ''))
      underlined.push(...titleIn(lines[index - 1]!));
    if (isHead) {
      outline.push(line);
      mayHaveOwnId ||= mayHoldIdentifiers(line) && documentIdsIn(line).length > 0;
    } else if (isCode) {
      // A fence that begins in the head ends with its own mark.
      if (fenceIsShown && fence === undefined) outline.push(line, '');
    } else if (isHeading) outline.push('', line, '');
    else if (UNDERLINE.test(line) && /\S/u.test(lines[index - 1]!))
      outline.push('', lines[index - 1]!, line, '');
    if (DELIMITERS.test(line)) columns = cellsOf(lines[index - 1] ?? '').map(foldWords);
    else if (!ROW.test(line)) columns = [];
    if (isCode || !mayHoldIdentifiers(line)) return;
    const found = idsIn(line, lines[index + 1] ?? '', columns);
    for (const id of found) mentions.add(requirementKey(id));
    ids.push(...found.filter(({ place, isBehindLabel }) => place !== 'text' || isBehindLabel));
  });
  const trace = {
    titles: underlined.length === 0 ? titles : [...titles, ...underlined],
    isUncertain:
      titles.length === MOST_TITLES ||
      titles.some((title) => NO_PLAIN_TITLE.test(title)) ||
      NAMES_TEMPLATE.test(text) ||
      MARKDOWN_FENCE.test(text),
  };
  return { outline: outline.join('\n'), ids, mentions, titles, trace, mayHaveOwnId };
}

/** The title of a heading without the marks that may close it; none where that is all there is. */
function titleIn(heading: string): string[] {
  const plain = heading.replace(/(?:^|[ \t]+)#*[ \t]*$/u, '');
  // A string of its own: a part of the text would keep all of it in memory.
  return plain === '' ? [] : [Array.from(plain).join('')];
}

function cellsOf(line: string): string[] {
  return ROW.exec(line)?.[1]!.split('|') ?? [];
}

function idsIn(line: string, next: string, columns: readonly string[]): IdentifierFact[] {
  const heading = HEADING.exec(line)?.[1];
  const found =
    heading !== undefined
      ? findIdentifiers(heading, 0, 'heading')
      : ROW.test(line)
        ? cellsOf(line).flatMap((cell, column) => findIdentifiers(cell, 0, placeInTable(columns, column)))
        : findIdentifiers(line.replace(MARKS, '').replace(CODE_AT_START, '$1$2'), 0, 'lead');
  const goesOn = CONTINUES.test(next);
  return found.map((id) => (goesOn && id.place === 'lead' && id.isWhole ? { ...id, isWhole: false } : id));
}
