import { foldWords } from '../../model/fold';
import type { ItemFact } from '../../model/list-item';
import { chunkProse, type ProseFact } from '../../model/prose';
import type { Section } from '../../model/section';
import { isNoAnswer } from '../../rules/engine/empty-answer';
import { isoDateIn, readDate } from '../../rules/engine/date';
import { isOpenCell } from '../../rules/engine/open-cell';
import { holdsOpenQuestions, isOpenQuestion, questionColumns } from '../../rules/engine/open-question';
import { dueDatesOf, isAnswered, isOpenQuestionItem, isWaived } from '../../rules/engine/question-item';
import { titleOf } from '../../rules/engine/slot-title';
import type { CellFact } from '../../model/table';
import type { Spec } from '../../workspace/spec';
import { peopleIn } from '../../workspace/index/seen';

/** A question that a spec leaves open. */
export interface OpenQuestion {
  readonly text: string;
  /** Who is to answer it, as written. */
  readonly owner: string | undefined;
  /** By when, as `YYYY-MM-DD`. */
  readonly due: string | undefined;
  /** Where it stands; absolute. */
  readonly start: number;
}

/** A sample of a template that nobody has filled in: `Question 1: [What is undecided]`. */
const TO_FILL = /^(?:[\p{L} ]+\d*:\s*)?(?:\[.*\]|\{\{.*\}\})?[.:]?$/su;
const OWNER = /\b(?:owner|assignee|assigned to|who|dri)\s*:\s*([^,;()[\]]+)/iu;
const MENTION = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}][\p{L}\p{N}_.-]*/u;
const QUESTIONS = /\bquestions\b/u;

/** The questions that a spec certainly leaves open, in its order; whether rules speak of them or not. */
export function openQuestions(spec: Spec): OpenQuestion[] {
  const asked = sectionsOfQuestions(spec);
  const found = [...inTables(spec, asked), ...inLists(spec, asked)];
  return found.sort((a, b) => a.start - b.start);
}

/** The ordinals of the sections that hold questions, by their own titles, those of the template, or the section they are in. */
function sectionsOfQuestions({ model, alignment }: Spec): ReadonlySet<number> {
  const found = new Set<number>();
  const isAbout = ({ ordinal, folded, parent }: Section) => {
    const slot = alignment.slots[ordinal];
    return (
      (slot !== undefined && QUESTIONS.test(titleOf(slot))) ||
      holdsOpenQuestions(folded) ||
      (parent !== undefined && found.has(parent.ordinal))
    );
  };
  for (const section of model.shape.sections) if (isAbout(section)) found.add(section.ordinal);
  return found;
}

function inTables({ model }: Spec, asked: ReadonlySet<number>): OpenQuestion[] {
  return model.content.tables.flatMap(({ fact, section }, index) => {
    const columns = questionColumns(fact.columns);
    if (!columns) return [];
    const { owner, due, status, answer, question } = columns;
    // Any other table of questions may be one to ask customers.
    if (!asked.has(section) && Math.max(owner, due, status, answer) < 0) return [];
    const at = model.contentSpan('tables', index).start - fact.span.start;
    const prose: readonly ProseFact[] = chunkProse(model.tree.chunks[model.tree.chunkAt(at)]!);
    return fact.rows
      .filter((row) => isOpenQuestion(row, columns, prose))
      .map(({ cells }) => ({
        text: cells[question]!.text,
        owner: answerIn(cells[owner]),
        due: dateIn(cells[due]?.text ?? ''),
        start: at + cells[question]!.span.start,
      }));
  });
}

function inLists({ model }: Spec, asked: ReadonlySet<number>): OpenQuestion[] {
  const { items } = model.content;
  return items.flatMap(({ fact, section }, index) => {
    if (!asked.has(section) || TO_FILL.test(fact.whole) || !isOpenItem(fact, items[index + 1]?.fact))
      return [];
    return [
      {
        text: withoutDetails(fact.whole),
        owner: ownerIn(fact.whole),
        due: dueDatesOf(fact.whole).filter(isoDateIn).sort().at(-1),
        start: model.contentSpan('items', index).start,
      },
    ];
  });
}

/** The question without what is said of it behind, which is shown beside it. */
function withoutDetails(text: string): string {
  const plain = text.replace(/\s+/gu, ' ');
  const asked = plain.replace(/(?<=\?)\s*(?:\([^()]*\)|@\S+)\.?$/u, '');
  return ownerIn(plain) !== undefined || dueDatesOf(plain).length > 0 ? asked : plain;
}

/** A box that is not ticked asks for certain; an item without one must read like a question. */
function isOpenItem(item: ItemFact, below: ItemFact | undefined): boolean {
  if (item.checked === undefined) return isOpenQuestionItem(item);
  return !item.checked && !isWaived(item) && !isAnswered(item, below);
}

function answerIn(cell: CellFact | undefined): string | undefined {
  return !cell || isNoAnswer(cell) || isOpenCell(cell.text) ? undefined : cell.text;
}

function dateIn(text: string): string | undefined {
  const written = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/u.exec(text)?.[0];
  return written && isoDateIn(written) ? written : readDate(text);
}

/** The person that an item names with a label, an at sign, or alone at the start of brackets behind it: `(Ada, by 2026-03-01)`. */
function ownerIn(text: string): string | undefined {
  const labelled = OWNER.exec(text)?.[1] ?? MENTION.exec(text)?.[0];
  if (labelled) return labelled.trim();
  const inBrackets = /\?\s*\(([^(),;]+)(?:[,;][^()]*)?\)\.?$/u.exec(text)?.[1];
  const [name] = inBrackets === undefined ? [] : peopleIn(inBrackets);
  const looksLikeName = name !== undefined && /^\p{Lu}\S*(?: \p{Lu}\S*){0,3}$/u.test(name);
  return looksLikeName && !/^(?:due|by|until)\b/u.test(foldWords(name)) ? name : undefined;
}
