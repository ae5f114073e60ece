import { t } from '@vscode/l10n';
import { dismissalDigest } from '../model/digest';
import { answerOf } from '../model/labelled-answer';
import type { TableFact } from '../model/table';
import type { Slot } from '../template/schema';
import type { Span } from '../text/span';
import { isMeasured } from './engine/measured';
import { defineBlockRule, type BlockContext } from './engine/rule';
import { asksForNumber, holdsTargets, targetColumn } from './engine/targets';

/** Labels of items that say how a target is measured, and not how much it is. */
const ABOUT_TARGET =
  /^(?:measure|measures|measurement|measured by|method|how|source|baseline|before|today|tool|tools|owner|why|rationale|notes?|caveats?|scope)$/u;
/** A check that either holds or does not. */
const CHECK = /\b(?:pass(?:es|ed|ing)?|compiles?|succeeds?|identical|equals?)\b/iu;

export default defineBlockRule<undefined>({
  id: 'unmeasured-target',
  severity: { draft: 'hint', review: 'info', approved: 'warning' },
  fix: 'none',
  isHeuristic: true,
  waitsForLine: true,
  docs: {
    what: 'A target for performance, load or success has no number, neither in digits nor in words such as "no", "every" or "half".',
    why: 'Nobody can test it, and everybody will have met it.',
    remedy: 'Give a number, its unit and where it is measured: "p95 below 200 ms at the load balancer".',
  },
  check(context, report) {
    const say = (at: Span, slot: Slot) =>
      report({
        at,
        message: t(
          'This target has no number, so nobody can test whether it is met. Say how much, in which unit and where it is measured: "p95 below 200 ms at the load balancer".',
        ),
        slot,
        data: undefined,
      });
    for (const { span, text, isAnswered, slot } of itemsWithChildren(context))
      if (!isAnswered && isOpen(context, span, text)) say(span, slot);
    for (const table of context.facts.tables) {
      const slot = context.slotAt(table.span.start);
      if (slot && holdsTargets(slot)) for (const span of cellsWithoutNumber(context, table)) say(span, slot);
    }
  },
});

interface Target {
  readonly span: Span;
  /** With all that stands in the items below it. */
  readonly text: string;
  /** Whether what stands behind its label is an answer of another kind: "N/A", "TBD", "see the dashboard". */
  readonly isAnswered: boolean;
  readonly slot: Slot;
}

/** The outer items of lists of targets, and those of lists of qualities whose label asks for a number. */
function itemsWithChildren({ facts, prose, slotAt }: BlockContext): Target[] {
  const outer = facts.items.filter(({ depth }) => depth === 1);
  return outer.flatMap((item, i) => {
    const slot = slotAt(item.span.start);
    if (!slot || !asksForNumber(slot, item.label) || ABOUT_TARGET.test(item.label ?? '')) return [];
    const end = outer[i + 1]?.span.start ?? Infinity;
    const isWithin = ({ span }: { readonly span: Span }) =>
      span.start > item.span.start && span.start < end && slotAt(span.start) === slot;
    const inner = [...facts.items, ...prose].filter(isWithin).map(({ text }) => text);
    const text = [item.label ?? '', item.text, ...inner].join('\n');
    const answer = answerOf(item) ?? item.text;
    return [{ span: item.span, text, isAnswered: inner.length === 0 && isOtherAnswer(answer), slot }];
  });
}

/** The cells of the column for targets that say something and no number. */
function cellsWithoutNumber(context: BlockContext, { columns, rows }: TableFact): Span[] {
  const column = targetColumn(columns);
  if (column < 0) return [];
  return rows.flatMap(({ cells, span: row }) => {
    const cell = cells[column];
    const others = cells.filter((_, at) => at !== column).map(({ text }) => text);
    // A yes or no is measured by the row's own words.
    if (!cell || isOpenRow(others) || /^(?:yes|no|true|false|pass(?:es|ed)?)\b/iu.test(cell.text)) return [];
    return isOpen(context, { start: row.start, end: row.end }, cell.text) ? [cell.span] : [];
  });
}

/** A row whose number stands in its first cell: `99.9% availability`. */
function isOpenRow([first]: readonly string[]): boolean {
  return first !== undefined && isMeasured(first);
}

/** Whether a text says something, in its own words, and no amount. */
function isOpen({ facts }: BlockContext, { start, end }: Span, text: string): boolean {
  const source = text.trim();
  if (source.length < 3 || /:$/u.test(source) || isMeasured(source) || CHECK.test(source)) return false;
  if (isOtherAnswer(source)) return false;
  const isHere = ({ span }: { readonly span: Span }) => span.start >= start && span.start < end;
  return ![...facts.placeholders, ...facts.links].some(isHere);
}

/** Whether it says that there is no target, that it is still to come, or where it stands. */
function isOtherAnswer(text: string): boolean {
  return dismissalDigest(text) !== undefined || /^(?:n\/a|not applicable|tb[dca]|todo|see)\b/iu.test(text);
}
