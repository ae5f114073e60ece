import type { RowFact } from '../../model/table';
import { isBlank } from './empty-answer';

/** Whether a row is the title of those below it: its first cell alone is filled, and is set in bold or the like. */
export function isGroupTitle({ cells }: RowFact): boolean {
  const [first, ...others] = cells;
  if (!first || others.length < 2 || others.some((cell) => !isBlank(cell))) return false;
  return first.span.end - first.span.start > first.text.length;
}
