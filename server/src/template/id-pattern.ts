/** A part of an id as a template shows it: letters or a mark that stay, a year, or a number with this many digits at least. */
type Part =
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'year' | 'number'; readonly width: number };

/** How the ids of a template look, read from its placeholder. */
export interface IdPattern {
  /** As the template shows it, without brackets. */
  readonly shown: string;
  readonly parts: readonly Part[];
  /** An id that fits, e.g. `TS-2026-001`. */
  readonly example: string;
}

const SHAPE = /^\p{Lu}[\p{L}\d]*(?:[-_/. ]?(?:YYYY|N{2,}|X{2,}|#{2,}))+$/u;
const RUN = /Y{4}|N{2,}|X{2,}|#{2,}/gu;

/**
 * Reads the pattern of an id from a placeholder such as `[TS-YYYY-NNN]`, `ADR-NNN` or `RFC-XXXX`.
 * @returns undefined where the placeholder shows no such pattern
 */
export function readIdPattern(placeholder: string): IdPattern | undefined {
  const text = placeholder.replace(/^\[([^[\]]*)\]$/u, '$1').trim();
  if (!SHAPE.test(text)) return undefined;
  const parts: Part[] = [];
  let position = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (index > position) parts.push({ kind: 'fixed', text: text.slice(position, index) });
    parts.push({ kind: run.startsWith('Y') ? 'year' : 'number', width: run.length });
    position = index + run.length;
  }
  const numbers = parts.filter(({ kind }) => kind === 'number');
  // The number comes last and once, and letters before it, or ids could not be counted and told apart.
  if (parts[0]!.kind !== 'fixed' || numbers.length !== 1 || parts.at(-1)!.kind !== 'number') return undefined;
  return { shown: text, parts, example: write(parts, '2026', '1') };
}

/** Whether a value is such an id; a remark may follow it. */
export function fitsIdPattern({ parts }: IdPattern, value: string): boolean {
  const source = parts.map((part) => {
    if (part.kind === 'fixed') return escaped(part.text);
    return part.kind === 'year' ? String.raw`(?:19|20)\d{2}` : String.raw`\d{${part.width},}`;
  });
  return new RegExp(`^${source.join('')}${END}`, 'u').test(value);
}

/** An id at the start of a value that has the right parts in another form. */
export interface LooseId {
  /** As it is written, e.g. `ts-2026-7`. */
  readonly written: string;
  /** As the template has it, e.g. `TS-2026-007`. */
  readonly normalized: string;
}

/** Reads an id whose letters are in another case, whose marks are others, or whose number has too few digits. */
export function readLooseId({ parts }: IdPattern, value: string): LooseId | undefined {
  const source = parts.map((part, index) => {
    if (part.kind === 'year') return String.raw`((?:19|20)\d{2})`;
    if (part.kind !== 'fixed') return String.raw`(\d{1,9})`;
    const words = part.text.split(/[-_/. ]/u).map(escaped);
    return words.join(index > 0 ? `${MARK}+` : `${MARK}*`);
  });
  const match = new RegExp(`^${source.join('')}${END}`, 'iu').exec(value);
  if (!match) return undefined;
  // Where the template shows no year, the first group is the number, and no part asks for a year.
  const [written, year] = match;
  const number = String(Number(match.at(-1)));
  return { written, normalized: write(parts, year!, number) };
}

/** The first id of this year. */
export function firstId({ parts }: IdPattern, today: string): string {
  return write(parts, today.slice(0, 4), '1');
}

/** Nothing, or what cannot go on an id. */
const END = String.raw`(?![\p{L}\p{N}_/-]|\.\p{N})`;

/** What people write between the parts of an id. */
const MARK = '[-_/.:# ]';

function write(parts: readonly Part[], year: string, number: string): string {
  return parts
    .map((part) => {
      if (part.kind === 'fixed') return part.text;
      return part.kind === 'year' ? year : number.padStart(part.width, '0');
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
