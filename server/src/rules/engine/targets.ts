import type { Slot } from '../../template/schema';
import { titleOf } from './slot-title';

const TARGETS =
  /\b(?:performance (?:requirements?|targets?|goals?|objectives?)|success (?:criteria|metrics?|measures?)|availability targets?|service level objectives?|slos?|expected load|load targets?)\b|^targets?$|^key results?$/u;
const QUALITIES = /\bnon functional requirements?\b|^quality (?:attributes|requirements)$/u;
/** Labels of items that ask for a number wherever qualities are listed. */
const MEASURABLE =
  /^(?:performance|scalability|availability|latency|throughput|response time|capacity|uptime)$/u;
const TARGET_COLUMN = /^(?:target|value|goal|threshold|objective|slo|sla|limit|target value)s?$/u;

/** Whether a template has targets in a section. */
export function holdsTargets(slot: Slot): boolean {
  return TARGETS.test(titleOf(slot));
}

/** Whether an item of a section is to state a number. */
export function asksForNumber(slot: Slot, label: string | undefined): boolean {
  return (
    holdsTargets(slot) || (QUALITIES.test(titleOf(slot)) && label !== undefined && MEASURABLE.test(label))
  );
}

/** The column of a table that states the targets of the first; -1 where it has none. */
export function targetColumn(columns: readonly string[]): number {
  const column = columns.findIndex((folded) => TARGET_COLUMN.test(folded));
  return column < 1 ? -1 : column;
}
