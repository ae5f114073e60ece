import type { RowFact } from '../../model/table';
import type { ProseFact } from '../../model/prose';
import { foldWords } from '../../model/fold';
import { isNoAnswer } from './empty-answer';
import { isGroupTitle } from './group-title';
import { isOpenCell } from './open-cell';

/** Which columns of a table of questions say what; -1 where it has none for it. */
export interface QuestionColumns {
  readonly question: number;
  readonly owner: number;
  readonly due: number;
  readonly status: number;
  readonly answer: number;
}

const OPEN = /^(?:open|unresolved|unanswered|in progress|pending|todo|new|blocked|waiting|under)(?: |$)/u;
/** Titles of sections that hold questions without an answer; the questions of an FAQ have theirs. */
const SECTION = /^(?:(?:open|unresolved|outstanding|remaining|pending) (?:\p{L}+ )?)?questions$/u;

/** The columns of a table that lists questions; undefined for any other table. */
export function questionColumns(columns: readonly string[]): QuestionColumns | undefined {
  // A number or an id may stand before the question.
  const question = columns.slice(0, 2).findIndex((title) => /\bquestions?\b/u.test(title));
  if (question < 0) return undefined;
  const find = (pattern: RegExp) => columns.findIndex((title) => pattern.test(title));
  return {
    question,
    owner: find(/^(?:owner|assignee|assigned to|responsible|who)\b/u),
    due: find(/^(?:due|deadline|by when|needed by|decide by|target date)\b/u),
    status: find(/^(?:status|state)$/u),
    answer: find(/^(?:answer|resolution|decision|outcome|result)$/u),
  };
}

/** Whether a row asks something that is certainly still open. */
export function isOpenQuestion(
  row: RowFact,
  { question, status, answer }: QuestionColumns,
  prose: readonly ProseFact[],
): boolean {
  const { cells } = row;
  const asked = cells[question];
  if (!asked || isNoAnswer(asked) || isOpenCell(asked.text) || isGroupTitle(row)) return false;
  // A question that is struck out is settled.
  const source = prose.find(({ kind, span }) => kind === 'cell' && span.start === asked.span.start);
  if (source?.text.startsWith('~~')) return false;
  if (!isNoAnswer(cells[answer])) return false;
  const state = cells[status];
  return !state || isNoAnswer(state) || isOpenCell(state.text) || OPEN.test(foldWords(state.text));
}

/** Whether a section with this folded title holds open questions. */
export function holdsOpenQuestions(title: string): boolean {
  return SECTION.test(title);
}
