import { readHead } from '../syntax/front-matter';

/** Metadata and the title stand above that. */
const HEAD_LINES = 80;
const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/gu;
const FENCE = /^( *(?:>\s*)?)(`{3,}|~{3,})(.*)$/u;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/u;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/u;
const DEFINITION = /^ {0,3}\[[^\]]+\]:/u;
/** HTML that goes on over blank lines (CommonMark 4.6). */
const LONG_HTML = /<(?:!--|pre\b|script\b|style\b|textarea\b|\?|!\[CDATA)/iu;
const INDENTED = /^(?: {2}|\t| \t)/u;

interface Block {
  readonly start: number;
  end: number;
  isKept: boolean;
  readonly isIndented: boolean;
}

/**
 * A text of the same length and lines with all blanked out but its head, its headings and the blocks that are wanted, so that
 * parsing costs what these do. What is kept reads as it did: inside of a list with the items before it, and of a fence nothing.
 * @param isWanted is asked for each stretch of lines between blank lines
 * @returns the text as it is where that could not be said for sure
 */
export function sparseText(text: string, isWanted: (block: string) => boolean): string {
  const body = readHead(text).bodyStart;
  const blocks = blocksOf(text, body);
  if (!blocks) return text;
  for (const block of blocks) block.isKept ||= isWanted(text.slice(block.start, block.end));
  // What is indented belongs to an item above it.
  for (let at = blocks.length - 1; at > 0; at--)
    if (blocks[at]!.isKept && blocks[at]!.isIndented) blocks[at - 1]!.isKept = true;
  let sparse = text.slice(0, body);
  let position = body;
  for (const { start, end, isKept } of blocks) {
    sparse += text.slice(position, start);
    sparse += isKept ? text.slice(start, end) : text.slice(start, end).replace(/[^\r\n]/g, ' ');
    position = end;
  }
  return sparse + text.slice(position);
}

/** The stretches of lines between blank lines; a fence is one. Undefined where it is not certain where one ends. */
function blocksOf(text: string, start: number): Block[] | undefined {
  const blocks: Block[] = [];
  let fence: { readonly marks: string; readonly block: Block } | undefined;
  let isOpen = false;
  let number = 0;
  LINE.lastIndex = start;
  for (let at = start; at < text.length; number++) {
    LINE.lastIndex = at;
    const whole = LINE.exec(text)![0];
    const line = whole.replace(/[\r\n]+$/u, '');
    const end = at + line.length;
    const mark = FENCE.exec(line);
    // In a quote or deep in a list, where a fence ends depends on more than its marks.
    if (mark && mark[1]!.length > 3) return undefined;
    if (mark?.[1]!.includes('>')) return undefined;
    if (fence) {
      fence.block.end = end;
      if (mark?.[2]!.startsWith(fence.marks) && mark[3]!.trim() === '') fence = undefined;
    } else if (mark && !(mark[2]!.startsWith('`') && mark[3]!.includes('`'))) {
      const block = { start: at, end, isKept: number < HEAD_LINES, isIndented: mark[1] !== '' };
      blocks.push(block);
      fence = { marks: mark[2]!, block };
      isOpen = false;
    } else if (line.trim() === '') isOpen = false;
    else {
      if (LONG_HTML.test(line) && !/^[^<]*(?:<!--(?:(?!-->).)*-->[^<]*)+$/u.test(line)) return undefined;
      const isHeading = HEADING.test(line);
      const isKept = number < HEAD_LINES || isHeading || UNDERLINE.test(line) || DEFINITION.test(line);
      if (isOpen && !isHeading) {
        const block = blocks.at(-1)!;
        block.end = end;
        block.isKept ||= isKept;
      } else blocks.push({ start: at, end, isKept, isIndented: INDENTED.test(line) });
      isOpen = !isHeading;
    }
    at += whole.length;
    if (whole === '') break;
  }
  return blocks;
}
