import type { Span } from '../text/span';

const OPENING = /^ {0,3}(`{3,}|~{3,})[ \t]*(?:markdown|md)[ \t]*$/iu;
const HEADING = /^#{1,6}\s/u;

/**
 * Some templates are published inside a ```` ```markdown ```` fence, which their first inner fence closes. Blanks the
 * fence and what stands before it, at the same length, so that every offset stays what it was.
 * @returns the text, and where the wrapper's opening line stands if there was one
 */
export function unwrapTemplate(text: string): { text: string; wrapper: Span | undefined } {
  const lines = linesOf(text);
  const opening = lines.findIndex(({ content }) => OPENING.test(content));
  if (opening < 0) return { text, wrapper: undefined };
  const before = lines.slice(0, opening).filter(({ content }) => HEADING.test(content));
  const inside = lines.slice(opening + 1);
  if (before.length > 1 || !inside.some(({ content }) => HEADING.test(content)))
    return { text, wrapper: undefined };
  const wrapper = { start: lines[opening]!.start, end: lines[opening]!.end };
  const closing = closingFence(text, wrapper);
  const cuts = [{ start: 0, end: wrapper.end }, ...(closing ? [closing] : [])];
  return { text: blanked(text, cuts), wrapper };
}

/**
 * The line that closes a fence around a whole template, which its inner fences would close to CommonMark (4.5): the last
 * fence, where those inside are pairs without it; without its line ending.
 */
export function closingFence(text: string, opening: Span): Span | undefined {
  const marks = OPENING.exec(text.slice(opening.start, opening.end))?.[1];
  if (marks === undefined) return undefined;
  const fence = new RegExp(`^ {0,3}${marks}`, 'u');
  const inside = linesOf(text.slice(opening.end)).filter(({ content }) => fence.test(content));
  const closing = inside.length % 2 === 1 ? inside.at(-1) : undefined;
  return closing && { start: opening.end + closing.start, end: opening.end + closing.end };
}

/** The text with stretches of it turned into blanks, so that every offset stays what it was. */
export function blanked(text: string, cuts: readonly Span[]): string {
  let result = '';
  let position = 0;
  for (const { start, end } of cuts) {
    result += text.slice(position, start) + text.slice(start, end).replace(/[^\r\n]/gu, ' ');
    position = end;
  }
  return result + text.slice(position);
}

function linesOf(text: string): { start: number; end: number; content: string }[] {
  return Array.from(text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/gu), ({ index, 0: line }) => {
    const content = line.replace(/[\r\n]+$/u, '');
    return { start: index, end: index + content.length, content };
  });
}
