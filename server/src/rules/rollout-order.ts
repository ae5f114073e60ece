import { t } from '@vscode/l10n';
import type { ProseFact } from '../model/prose';
import type { TableFact } from '../model/table';
import type { Slot } from '../template/schema';
import type { Span } from '../text/span';
import { findFalls, type Fall, type Step } from './engine/rollout-fall';
import { chainsIn, shareIn } from './engine/rollout-share';
import { defineBlockRule, type BlockContext } from './engine/rule';
import { isAbout } from './engine/slot-title';
import { hasSlot } from './engine/slots-in-chunk';

const ROLLOUT = /\b(?:roll ?out|release|deployment|canary|launch)\b/u;
const STEPS = /^(?:phase|stage|step|week|day|wave|ring|ramp|date|milestone|when|no|number)\b|^$/u;
const SHARES =
  /^(?:target|users|audience|share|rollout|exposure|scope|reach|cohort)\b|\b(?:percent|percentage|traffic)\b/u;
/** Columns that tell rows of one sequence from those of another. */
const PARTS =
  /^(?:region|market|country|segment|tenant|platform|service|component|cluster|zone|environment|app|client|flag|feature)\b/u;
const GOES_BACK =
  /\b(?:roll(?:ed|ing)?[ -]?back|revert|back ?out|old|legacy|previous|former|deprecated|remaining)\b/iu;
/** Traffic that no user sees. */
const NO_USERS =
  /\b(?:staging|dev|development|qa|uat|pre-?prod(?:uction)?|sandbox|shadow\w*|mirror\w*|dark|synthetic|test environment)\b/iu;
/** What is not a share of users in a chain of percentages. */
const OTHER =
  /\b(?:errors?|latency|cpu|memory|costs?|rates?|failures?|coverage|reduc\w+|drop\w*|decreas\w+|from|sampl\w+)\b[^.]*$/iu;

export default defineBlockRule<undefined>({
  id: 'rollout-order',
  severity: { draft: 'warning', review: 'warning', approved: 'warning' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'In the steps of a rollout a later step reaches a smaller share of users or traffic than the one before it: in a column of a table, in a list, in headings, in a chain such as `10% → 50% → 100%`.',
    why: 'Users who had the change lose it again, which nobody plans: most likely a number is wrong.',
    remedy: 'Correct the number or the order of the steps.',
  },
  check(context, report) {
    if (!hasSlot(context, (slot) => isAbout(slot, ROLLOUT))) return;
    const { facts, prose, slotAt } = context;
    const slotOf = ({ start }: Span) => {
      const slot = slotAt(start);
      return isAbout(slot, ROLLOUT) ? slot : undefined;
    };
    const say = (slot: Slot | undefined) => (fall: Fall<Span>) =>
      report({ at: fall.step.place, message: messageFor(fall), slot, data: undefined });
    for (const table of facts.tables.filter(({ span }) => slotOf(span)))
      stepsOfTable(table, prose)
        .flatMap((steps) => findFalls(steps, 2))
        .forEach(say(slotOf(table.span)));
    for (const steps of stepsOfLists(context).filter(([first]) => first && slotOf(first.place)))
      findFalls(steps, 2).forEach(say(slotOf(steps[0]!.place)));
    for (const { text, span } of prose.filter((each) => slotOf(each.span))) {
      for (const chain of chainsIn(text)) {
        if (OTHER.test(text.slice(0, chain[0]!.start)) || GOES_BACK.test(text)) continue;
        findFalls(
          chain.map((share) => ({ share, place: within(span, share) })),
          0,
        ).forEach(say(slotOf(span)));
      }
    }
  },
  checkDocument({ shape, alignment }, report) {
    for (const section of shape.sections) {
      const slot = alignment.slots[section.ordinal] ?? alignment.slots[section.parent?.ordinal ?? -1];
      if (!isAbout(slot, ROLLOUT)) continue;
      const steps = section.children.flatMap((child) => {
        const share = isOutside(child.title) ? undefined : shareIn(child.title);
        return share ? [{ share, place: child }] : [];
      });
      for (const fall of findFalls(steps, 2))
        report({ at: { section: fall.step.place }, message: messageFor(fall), slot, data: undefined });
    }
  },
});

/** Whether a step is none by which users get the change: one back, or one without users. */
function isOutside(text: string): boolean {
  return GOES_BACK.test(text) || NO_USERS.test(text);
}

function messageFor({ step, before }: Fall<unknown>): string {
  return t(
    'This step reaches {0}%, less than the {1}% before it, so users would lose the change again. Correct the number or the order of the steps.',
    step.share.percent,
    before.share.percent,
  );
}

/** The steps of each column with shares, apart for each region, service and the like. */
function stepsOfTable({ columns, rows }: TableFact, prose: readonly ProseFact[]): Step<Span>[][] {
  if (!STEPS.test(columns[0] ?? '') && !SHARES.test(columns[0] ?? '')) return [];
  const parts = columns.flatMap((folded, column) => (PARTS.test(folded) ? [column] : []));
  const texts = new Map(prose.map(({ span, text }) => [span.start, text]));
  return columns.flatMap((folded, column) => {
    if (!SHARES.test(folded)) return [];
    const groups = new Map<string, Step<Span>[]>();
    for (const { cells } of rows) {
      const cell = cells[column];
      if (!cell || cells.slice(0, column + 1).some(({ text }) => isOutside(text))) continue;
      const share = shareIn(texts.get(cell.span.start) ?? '');
      const key = parts.map((part) => cells[part]?.text ?? '').join('|');
      if (share) groups.set(key, [...(groups.get(key) ?? []), { share, place: within(cell.span, share) }]);
    }
    return [...groups.values()];
  });
}

/** The steps of each list: items of one depth, with nothing but deeper ones between them. */
function stepsOfLists({ facts, prose }: BlockContext): Step<Span>[][] {
  const depths = new Map(facts.items.map(({ span, depth }) => [span.start, depth]));
  const sequences: Step<Span>[][] = [];
  let open: Step<Span>[][] = [];
  for (const { text, kind, span } of prose) {
    const depth = depths.get(span.start);
    if (kind !== 'item' && kind !== 'quote') open = [];
    if (kind !== 'item' || depth === undefined) continue;
    open.length = Math.min(open.length, depth + 1);
    let steps = open[depth];
    if (!steps) sequences.push((open[depth] = steps = []));
    const share = isOutside(text) ? undefined : shareIn(text);
    if (share) steps.push({ share, place: within(span, share) });
  }
  return sequences;
}

/** The number with its percent sign, relative to the chunk. */
function within({ start, end }: Span, share: { readonly start: number; readonly end: number }): Span {
  return { start: start + share.start, end: Math.min(end, start + share.end) };
}
