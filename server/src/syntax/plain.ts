import type { Heading, Paragraph, RootContent, Text } from 'mdast';
import { movePositions } from './position';

/** Read by the grammar where any of these stands in a text: a byte order mark, a line ended by `\r` alone, a definition. */
const NEEDS_GRAMMAR = /\uFEFF|\r(?!\n)|\]:/u;
/** The first letter of a line of text, and what in it could be more than text. */
const LETTER = /^\p{L}/u;
// eslint-disable-next-line no-control-regex -- a tab counts as several columns
const MARKS = /[\\`*_[\]<&~|@#\0-\x1F\x7F]|:\/\/|www\./iu;
const HEADING = /^(#{1,6})( +)/u;

interface Line {
  readonly text: string;
  readonly start: number;
  /** From 1. */
  readonly number: number;
}

/** A part of the text that the grammar reads, from one line up to another. */
interface Part {
  readonly from: Line;
  to: Line | undefined;
}

/**
 * Reads headings and paragraphs that are nothing but text by themselves, since the grammar takes a hundred times as long for
 * them, and leaves the rest to it. What counts as plain is little, so that nobody can tell who has read it: it stands between blank
 * lines, starts at the start of its line, and has no character that could mean anything.
 * @param parse reads a text by the grammar
 */
export function readPlain(text: string, parse: (text: string) => RootContent[]): RootContent[] {
  if (NEEDS_GRAMMAR.test(text)) return parse(text);
  /** Blocks that are read, and parts that are not. */
  const pieces: (RootContent | Part)[] = [];
  let part: Part | undefined;
  let hasPlain = false;
  for (const group of groupsOf(text)) {
    if (group.every(isPlain)) {
      if (part) part.to = group[0];
      part = undefined;
      hasPlain = true;
      pieces.push(...blocksOf(group, text));
    } else if (!part) pieces.push((part = { from: group[0]!, to: undefined }));
  }
  if (!hasPlain) return parse(text);
  const parts = pieces.filter((piece) => 'from' in piece);
  const read = parts.length === 0 ? [] : readParts(parts, text, parse);
  // What is open goes on behind a blank line, up to an end that the grammar knows.
  if (!read) return parse(text);
  let next = 0;
  return pieces.flatMap((piece) => ('from' in piece ? read[next++]! : [piece]));
}

/** In the place of what is plain between two parts: short, and plain as well. */
const STAND_IN = 'a';

/**
 * Reads all parts at once, since to begin takes the grammar as long as some lines.
 * @returns the blocks of each; undefined where one goes on in what follows it
 */
function readParts(
  parts: readonly Part[],
  text: string,
  parse: (text: string) => RootContent[],
): RootContent[][] | undefined {
  let joined = '';
  let lines = 0;
  const places = parts.map(({ from, to }) => {
    const place = { start: joined.length, line: lines };
    joined += text.slice(from.start, to?.start);
    lines += to ? to.number - from.number : 0;
    if (!to) return { ...place, end: joined.length };
    const end = joined.length;
    joined += `${STAND_IN}\n\n`;
    lines += 2;
    return { ...place, end };
  });
  const nodes = parse(joined);
  const read: RootContent[][] = [];
  let index = 0;
  for (const [number, { from, to }] of parts.entries()) {
    const { start, line, end } = places[number]!;
    const own: RootContent[] = [];
    for (; index < nodes.length && nodes[index]!.position!.start.offset! < end; index++) {
      movePositions(nodes[index]!, from.start - start, from.number - 1 - line);
      own.push(nodes[index]!);
    }
    read.push(own);
    if (!to) continue;
    const standIn = nodes[index++];
    if (standIn?.type !== 'paragraph' || standIn.position!.start.offset !== end) return undefined;
    if (standIn.position!.end.offset !== end + STAND_IN.length) return undefined;
  }
  return read;
}

/** The lines between blank ones. */
function groupsOf(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] | undefined;
  for (let start = 0, number = 1; start < text.length; number++) {
    const ending = text.indexOf('\n', start);
    const next = ending < 0 ? text.length : ending + 1;
    const end = ending > start && text[ending - 1] === '\r' ? ending - 1 : ending < 0 ? next : ending;
    const line = text.slice(start, end);
    if (/^[ \t]*$/u.test(line)) group = undefined;
    else {
      if (!group) groups.push((group = []));
      group.push({ text: line, start, number });
    }
    start = next;
  }
  return groups;
}

function isPlain({ text }: Line): boolean {
  const heading = HEADING.exec(text);
  const content = heading ? text.slice(heading[0].length) : text;
  return LETTER.test(content) && !content.endsWith(' ') && !MARKS.test(content);
}

function blocksOf(group: readonly Line[], text: string): RootContent[] {
  const blocks: RootContent[] = [];
  for (let index = 0; index < group.length;) {
    const line = group[index]!;
    const heading = HEADING.exec(line.text);
    if (heading) {
      blocks.push(headingOf(line, heading[1]!.length, heading[0].length));
      index += 1;
      continue;
    }
    let end = index + 1;
    while (end < group.length && !HEADING.test(group[end]!.text)) end += 1;
    blocks.push(paragraphOf(group.slice(index, end), text));
    index = end;
  }
  return blocks;
}

function headingOf(line: Line, depth: number, indent: number): Heading {
  const position = { start: pointIn(line, 0), end: pointIn(line, line.text.length) };
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [textOf(line.text.slice(indent), line, indent, line)],
    position,
  };
}

function paragraphOf(lines: readonly Line[], text: string): Paragraph {
  const first = lines[0]!;
  const last = lines.at(-1)!;
  const position = { start: pointIn(first, 0), end: pointIn(last, last.text.length) };
  const value = text.slice(first.start, last.start + last.text.length);
  return { type: 'paragraph', children: [textOf(value, first, 0, last)], position };
}

function textOf(value: string, first: Line, indent: number, last: Line): Text {
  const position = { start: pointIn(first, indent), end: pointIn(last, last.text.length) };
  return { type: 'text', value, position };
}

function pointIn({ start, number }: Line, at: number): { line: number; column: number; offset: number } {
  return { line: number, column: at + 1, offset: start + at };
}
