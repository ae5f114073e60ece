import type { MissingSlot } from '../../template/align';
import type { TextEdit } from '../../text/edit';
import { dominantEol } from '../../text/line';
import type { Spec } from '../../workspace/spec';
import { insertInstance } from './insert-instance';

/** Edits that insert several sections, each in its place, and how many there was a place for. */
export interface SectionInsertions {
  readonly edits: readonly TextEdit[];
  readonly count: number;
}

/** Inserts the sections of slots, which must be in template order. */
export function insertSections(spec: Spec, gaps: readonly MissingSlot[]): SectionInsertions {
  const edits = gaps.map((gap) => insertInstance(spec, gap)).filter((edit) => edit !== undefined);
  return { edits: mergeInsertions(edits), count: edits.length };
}

/** One edit for the insertions at one place, in their order: some clients apply several in an order of their own. */
function mergeInsertions(edits: readonly TextEdit[]): TextEdit[] {
  const merged = new Map<number, TextEdit>();
  for (const { span, newText } of edits) {
    const before = merged.get(span.start);
    merged.set(span.start, { span, newText: before ? joinInsertions(before.newText, newText) : newText });
  }
  return [...merged.values()];
}

/** Keeps one blank line between two insertions at the end of a text, where the first ends with a single line ending. */
function joinInsertions(first: string, second: string): string {
  const eol = dominantEol(second);
  const isParted = /(?:\n|\r(?!\n))(?:\r\n|\n|\r)$/u.test(first) || /^[\r\n]/u.test(second);
  return isParted ? first + second : first + eol + second;
}
