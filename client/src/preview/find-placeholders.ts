import type { PreviewPlaceholder } from '../../../server/src/protocol';
import type { Token } from './inline-source';

/** A stretch of the source of an inline token, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The part of an inline token that stands in one line of the document. */
interface Part {
  readonly token: Token;
  /** Where the line starts in the source of the token. */
  readonly start: number;
  readonly text: string;
  readonly isCell: boolean;
}

/** Where placeholders stand in the inline tokens of a document. One that is not found for certain is left out. */
export function findPlaceholders(
  tokens: readonly Token[],
  placeholders: readonly PreviewPlaceholder[],
): Map<Token, Stretch[]> {
  const found = new Map<Token, Stretch[]>();
  const wanted = new Set(placeholders.map(({ line }) => line));
  const lines = partsByLine(tokens, wanted);
  for (const placeholder of placeholders) {
    const place = placeOf(placeholder, lines.get(placeholder.line) ?? []);
    if (!place) continue;
    const { token, start, end } = place;
    found.set(token, [...(found.get(token) ?? []), { start, end }]);
  }
  return found;
}

/** What stands in each of the lines wanted, in its order: a row of a table has a token for each cell. */
function partsByLine(tokens: readonly Token[], wanted: ReadonlySet<number>): Map<number, Part[]> {
  const lines = new Map<number, Part[]>();
  let row: number | undefined;
  for (const token of tokens) {
    if (token.type === 'tr_open') row = token.map?.[0];
    else if (token.type === 'tr_close') row = undefined;
    if (token.type !== 'inline') continue;
    const first = row ?? token.map?.[0];
    if (first === undefined) continue;
    let start = 0;
    for (const [index, text] of token.content.split('\n').entries()) {
      const line = first + index;
      if (wanted.has(line)) {
        const part = { token, start, text, isCell: row !== undefined };
        lines.set(line, [...(lines.get(line) ?? []), part]);
      }
      start += text.length + 1;
    }
  }
  return lines;
}

function placeOf(
  { text, nth, of }: PreviewPlaceholder,
  parts: readonly Part[],
): ({ token: Token } & Stretch) | undefined {
  if (text.includes('\n')) return overLines(text.split('\n'), parts);
  const places = parts.flatMap(({ token, start, text: line, isCell }) => {
    // In a cell, a bar is escaped, and markdown-it takes that away.
    const written = isCell ? text.replaceAll('\\|', '|') : text;
    const starts: number[] = [];
    for (let at = line.indexOf(written); at >= 0; at = line.indexOf(written, at + written.length))
      starts.push(start + at);
    return starts.map((at) => ({ token, start: at, end: at + written.length }));
  });
  return places.length === of ? places[nth] : undefined;
}

/** A placeholder of several lines ends the first, starts the last, and is all of those between. */
function overLines(
  texts: readonly string[],
  parts: readonly Part[],
): ({ token: Token } & Stretch) | undefined {
  const [part] = parts;
  if (parts.length !== 1 || !part) return undefined;
  const { token, start } = part;
  const lines = token.content.slice(start).split('\n').slice(0, texts.length);
  const last = texts.length - 1;
  const fits = lines.map((line, index) => {
    const own = texts[index]!;
    if (index === 0) return line.trimEnd().endsWith(own);
    return index === last ? line.trimStart().startsWith(own) : line.trim() === own;
  });
  if (lines.length < texts.length || fits.includes(false)) return undefined;
  const before = lines.slice(0, last).join('\n').length + 1;
  const final = lines[last]!;
  return {
    token,
    start: start + lines[0]!.trimEnd().length - texts[0]!.length,
    end: start + before + (final.length - final.trimStart().length) + texts[last]!.length,
  };
}
