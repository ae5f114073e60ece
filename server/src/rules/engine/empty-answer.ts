import type { CellFact } from '../../model/table';

/** Words that stand in a cell without answering it. What follows them, as in "None: we accept it", is an answer. */
const NO_ANSWER = /^(?:none|nothing|nil|no|n\/?a|n\.a\.|not applicable|tb[acd]|todo|unknown|\?+)[.!]?$/iu;
const DASH = /^[-–—−_.…]+$/u;

/** Whether nothing stands in a cell, or the row ends before it. A picture and a footnote are something. */
export function isBlank(cell: CellFact | undefined): boolean {
  return !cell || cell.span.start === cell.span.end;
}

/** Whether a cell is blank or a dash. */
export function isBlankOrDash(cell: CellFact | undefined): boolean {
  return !cell || isBlank(cell) || DASH.test(cell.text);
}

/** Whether a cell is blank, a dash, or a word that waves the answer away without a reason. */
export function isNoAnswer(cell: CellFact | undefined): boolean {
  return !cell || isBlankOrDash(cell) || NO_ANSWER.test(cell.text);
}
