import type { DocumentModel } from '../../model/document-model';
import type { Field } from '../../model/document-shape';
import { dominantEol, lineEnd } from '../../text/line';

/** Spaces behind a tab are no break (CommonMark 6.7, as parsers have it). */
const HARD_BREAK = /(?:(?<![ \t]) {2,}|\\|[ \t]*<br\s*\/?>)$/iu;

/**
 * What a document puts between one field and the next: a line ending, with the hard break before it that its other fields
 * have, or a blank line.
 * @param line of the field that the new one stands beside, which keeps the break that it has
 */
export function partingOf(model: DocumentModel, field: Field, line: string): string {
  const eol = dominantEol(model.tree.text);
  if (field.dialect !== 'bold-line' && field.dialect !== 'plain-line') return eol;
  if (areParagraphs(model, field)) return `${eol}${/^[ \t>]*/u.exec(line)![0].trimEnd()}${eol}`;
  if (HARD_BREAK.test(line) || /[|·•][ \t]*$/u.test(line)) return eol;
  const { fields } = model.shape;
  const known = breakOf(
    model,
    ({ ordinal, dialect }) => dialect === field.dialect && ordinal !== field.ordinal,
  );
  // Lines without breaks stay as they are; a line that was alone needs one.
  const isHabit = field.dialect === 'plain-line' || fields.some(({ joinsNext }) => joinsNext);
  const parting = known ?? (isHabit ? '' : '  ');
  return (/\t[ \t]*$/u.test(line) && parting.startsWith(' ') ? '\\' : parting) + eol;
}

/** The hard break, as it is written, behind the first of these fields that has one. */
export function breakOf(model: DocumentModel, isMeant: (field: Field) => boolean): string | undefined {
  const { text } = model.tree;
  for (const field of model.shape.fields.filter(isMeant)) {
    const { end } = model.fieldSpan(field);
    const found = HARD_BREAK.exec(text.slice(end, lineEnd(text, end)));
    if (found && end < text.length) return found[0];
  }
  return undefined;
}

/** Whether the fields beside this one are paragraphs of their own. */
function areParagraphs(model: DocumentModel, field: Field): boolean {
  const { fields } = model.shape;
  const beside = [fields[field.ordinal - 1], field, fields[field.ordinal + 1]].filter(
    (other) => other?.dialect === field.dialect,
  );
  if (beside.length < 2) return false;
  return beside.slice(1).every((next, i) => {
    const between = { start: model.fieldSpan(beside[i]!).end, end: model.fieldSpan(next!).start };
    return /(?:\n|\r(?!\n))[ \t>]*[\r\n]/u.test(model.tree.text.slice(between.start, between.end));
  });
}
