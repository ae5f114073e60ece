import type { Span } from '../text/span';

/** A place in a text that an author goes to with the tab key. */
export interface Stop {
  /** Relative to the text. */
  readonly span: Span;
  /** What to choose from there. */
  readonly choices?: readonly string[] | undefined;
}

/**
 * A text with its stops as a snippet (LSP, "Snippet Syntax"): what stands at each stop is selected when it is reached.
 * @param stops in their order, none within another
 * @param end whether the cursor goes to the end of the text at last
 */
export function toSnippet(text: string, stops: readonly Stop[], end = true): string {
  let snippet = '';
  let position = 0;
  stops.forEach(({ span, choices }, index) => {
    snippet += escapeText(text.slice(position, span.start));
    snippet += tabStop(index + 1, text.slice(span.start, span.end), choices);
    position = span.end;
  });
  return snippet + escapeText(text.slice(position)) + (end ? '$0' : '');
}

function tabStop(number: number, text: string, choices: readonly string[] | undefined): string {
  if (text === '' && !choices) return `\${${number}}`;
  if (!choices) return `\${${number}:${escapeText(text)}}`;
  return `\${${number}|${choices.map((choice) => choice.replace(/[\\,|]/gu, '\\$&')).join(',')}|}`;
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
