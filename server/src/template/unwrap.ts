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
  const fence = new RegExp(`^ {0,3}${OPENING.exec(lines[opening]!.content)![1]}`, 'u');
  const fences = inside.filter(({ content }) => fence.test(content));
  const closing = fences.length % 2 === 1 ? fences.at(-1) : undefined;
  const wrapper = { start: lines[opening]!.start, end: lines[opening]!.end };
  let unwrapped = blank(text.slice(0, wrapper.end)) + text.slice(wrapper.end);
  if (closing)
    unwrapped =
      unwrapped.slice(0, closing.start) +
      blank(text.slice(closing.start, closing.end)) +
      unwrapped.slice(closing.end);
  return { text: unwrapped, wrapper };
}

function linesOf(text: string): { start: number; end: number; content: string }[] {
  return Array.from(text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/gu), ({ index, 0: line }) => {
    const content = line.replace(/[\r\n]+$/u, '');
    return { start: index, end: index + content.length, content };
  });
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/gu, ' ');
}
