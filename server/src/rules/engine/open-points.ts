import { t } from '@vscode/l10n';
import { fieldFor, statusOf } from '../../template/phase';
import type { Slot } from '../../template/schema';
import { foldTitle, foldWords } from '../../model/fold';
import { holdsOpenQuestions } from './open-question';
import { isAnswered, isOpenQuestionItem, isWaived } from './question-item';
import type { ContentContext, SummaryPlace } from './rule';
import { sectionsOf } from './sections-of';
import { isAbout, titleOf } from './slot-title';

/** Something that a spec leaves open. */
export interface OpenPoint {
  readonly kind: 'question' | 'unticked box';
  readonly at: SummaryPlace;
  readonly message: string;
}

type Context = ContentContext<'tables' | 'tasks' | 'items'>;

const QUESTIONS = /\bquestions?\b/u;
/** Work that follows the approval of a spec. */
const WORK =
  /\b(?:plan|implementation|phase|tasks?|deploy(?:ment)?|roll ?out|rollback|release|migrations?|milestones?|roadmap|timeline|schedule|work|next steps|follow ?up|acceptance|tests?|testing|launch)\b/u;
const DONE = /^(?:implemented|complete|completed|done|released|shipped)\b/u;
const STATE = /^(?:status|state)$/u;
const OPEN = /^(?:open|unresolved|unanswered|pending|in progress|in discussion|to ?do|tb[dca])\b/u;

type Known = Pick<Context, 'alignment' | 'shape'> & { readonly points: readonly OpenPoint[] };

const known = new WeakMap<Context['content'], Known>();

/**
 * The questions that a spec says are open, and the boxes that should be ticked by now, in document order of each kind. A
 * summary is made at every keystroke, and most change none of what is read here: the points are kept until it changes.
 */
export function openPoints(context: Context): readonly OpenPoint[] {
  const { content, alignment, shape } = context;
  const before = known.get(content);
  if (before?.alignment === alignment && before.shape === shape) return before.points;
  const points = [...openQuestions(context), ...questionItems(context), ...untickedBoxes(context)];
  known.set(content, { alignment, shape, points });
  return points;
}

/** A box counts where the template has a list to tick off; one that stands for work to come counts once that is said to be done. */
function untickedBoxes({ content, alignment, shape, schema }: Context): OpenPoint[] {
  const isDone = hasBeenBuilt({ shape, schema });
  const isAsked = sectionsOf(alignment, asksQuestions);
  return content.tasks.flatMap(({ fact, section }, index): OpenPoint[] => {
    const slot = alignment.slots[section];
    if (fact.checked !== false || isToFill(fact.text) || !slot || isWaived(fact)) return [];
    const at = { content: 'tasks', index } as const;
    if (isAsked.has(section)) {
      const below = content.items[content.items.findIndex((item) => item.fact === fact) + 1];
      return isAnswered(fact, below?.fact)
        ? []
        : [{ kind: 'question', at, message: t('Open: {0}', fact.text) }];
    }
    if (!isChecklist(slot) || (!isDone && isAbout(slot, WORK))) return [];
    return [{ kind: 'unticked box', at, message: t('Not ticked: {0}', fact.text) }];
  });
}

function asksQuestions(slot: Slot): boolean {
  return QUESTIONS.test(titleOf(slot));
}

function isChecklist(slot: Slot): boolean {
  return slot.content.tasks.length > 0 || /\bcheck ?list\b/u.test(titleOf(slot));
}

/** The items of a list of open questions, without boxes, that certainly ask something and have no answer. */
function questionItems({ content, alignment }: Context): OpenPoint[] {
  const isAsked = sectionsOf(alignment, (slot) => holdsOpenQuestions(foldTitle(slot.title)));
  return content.items.flatMap(({ fact, section }, index): OpenPoint[] => {
    if (!isAsked.has(section)) return [];
    if (isToFill(fact.whole) || !isOpenQuestionItem(fact)) return [];
    return [{ kind: 'question', at: { content: 'items', index }, message: t('Open: {0}', fact.whole) }];
  });
}

/** The rows of a table of questions whose status says that they are open. */
function openQuestions({ content, alignment }: Context): OpenPoint[] {
  const isAsked = sectionsOf(alignment, asksQuestions);
  return content.tables.flatMap(({ fact, section }, index) => {
    if (!isAsked.has(section)) return [];
    const column = fact.columns.findIndex((folded) => STATE.test(folded));
    if (column < 0) return [];
    return fact.rows.flatMap(({ cells, span }): OpenPoint[] => {
      const state = cells[column]?.text ?? '';
      // A list of choices is a placeholder.
      if (!OPEN.test(foldWords(state)) || /[|/]/u.test(state) || isToFill(cells[0]?.text ?? '')) return [];
      const at = { content: 'tables', index, span } as const;
      return [{ kind: 'question', at, message: t('Open: {0}', cells[0]?.text ?? '') }];
    });
  });
}

/** What is empty or a placeholder is open in another way. */
function isToFill(text: string): boolean {
  return /^(?:\[.*\]|\{\{.*\}\})?$/su.test(text.trim());
}

/** Whether the status says that the work is done which a spec is approved for. */
function hasBeenBuilt({ shape, schema }: Pick<Context, 'shape' | 'schema'>): boolean {
  const spec = schema.fields.find(({ kind }) => kind === 'status');
  const field = spec && fieldFor(shape, spec);
  return field !== undefined && DONE.test(foldWords(statusOf(field.value, spec!) ?? ''));
}
