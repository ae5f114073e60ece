import type { DocumentModel } from '../../model/document-model';
import type { Section } from '../../model/section';
import { closingRule, leadStart, lineStartOf } from '../../template/root-blocks';
import type { TextEdit } from '../../text/edit';
import { dominantEol } from '../../text/line';
import type { Span } from '../../text/span';

const BLANK_LINE = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)/u;

/**
 * From the first to the last of sections that follow each other, with what is nested in them by their levels, and with the
 * comments right above; absolute.
 */
export function stretchOf(model: DocumentModel, first: Section, last = first): Span {
  return {
    start: leadStart(model.tree, model.lineStart(first.ordinal)),
    end: leadStart(model.tree, model.sectionSpan(last).end),
  };
}

/** A stretch without the blank lines and the rule that part it from what follows; comments may stand behind the rule. */
export function contentOfStretch({ tree }: DocumentModel, { start, end }: Span): Span {
  const { text } = tree;
  let last = end;
  while (text.slice(start, last).trimEnd().endsWith('-->'))
    last = Math.max(start, text.lastIndexOf('<!--', last - 1));
  const rule = last > start ? closingRule(tree, { start, end: last }) : undefined;
  const content = text.slice(start, rule ? lineStartOf(text, rule.start) : end).trimEnd();
  return { start, end: start + content.length };
}

/**
 * Exchanges two stretches of which one follows the other. Blank lines and rules stay where they are, and become a blank line
 * where there is none.
 * @param kept the one whose text is not rewritten, so that a cursor in it stays with it
 */
export function exchange(
  model: DocumentModel,
  upper: Span,
  lower: Span,
  kept: 'upper' | 'lower',
): TextEdit[] {
  const { text } = model.tree;
  const eol = dominantEol(text);
  const above = contentOfStretch(model, upper);
  const below = contentOfStretch(model, lower);
  const upperText = text.slice(above.start, above.end);
  const lowerText = text.slice(below.start, below.end);
  const between = parting(text.slice(above.end, lower.start), lowerText, upperText, eol);
  const behind = text.slice(below.end, lower.end);
  // Behind the last section nothing has to be parted from it.
  const isLast = lower.end === text.length && behind.trim() === '';
  const rest = isLast ? '' : parting(behind, upperText, text.slice(lower.end), eol).slice(behind.length);
  const lead = needsBlankLine(lowerText) ? missingBlank(text.slice(0, upper.start), eol) : '';
  if (kept === 'lower')
    return [
      { span: { start: upper.start, end: lower.start }, newText: lead },
      { span: { start: below.end, end: below.end }, newText: between + upperText + rest },
    ];
  return [
    { span: { start: upper.start, end: upper.start }, newText: lead + lowerText + between },
    { span: { start: above.end, end: below.end }, newText: rest },
  ];
}

/**
 * What parts two blocks: what was there, with a blank line at its end where they need one.
 * @param gap white space, and maybe a rule or comments
 */
export function parting(gap: string, before: string, behind: string, eol: string): string {
  const isParted =
    BLANK_LINE.test(gap) || (/[\r\n]/u.test(gap) && isHeading(behind) && !before.endsWith('>'));
  if (isParted) return gap;
  return /[\r\n]$/u.test(gap) ? gap + eol : gap + eol + eol;
}

/** Whether it starts with what can follow a line of text at once: marks of a heading. */
function isHeading(text: string): boolean {
  return /^ {0,3}#{1,6}(?=[ \t\r\n]|$)/u.test(text);
}

/** Whether a section starts with an underlined heading, which would take in a line right above it. */
function needsBlankLine(section: string): boolean {
  return !/^[ \t]*[#<]/u.test(section);
}

function missingBlank(before: string, eol: string): string {
  return before === '' || BLANK_LINE.test(before.slice(before.trimEnd().length)) ? '' : eol;
}
