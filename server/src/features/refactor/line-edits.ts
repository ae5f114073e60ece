import { longestIncreasing } from '../../template/increasing';
import type { TextEdit } from '../../text/edit';

/** The lines from one offset of a text to another, as indices. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Edits that make one text of another by whole lines, in order. What moved is taken away and added, and as many lines as can
 * stay do (patience diff: the lines that each text has once are matched first).
 */
export function lineEdits(before: string, after: string): TextEdit[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const starts = startsOf(old);
  const edits: TextEdit[] = [];
  compare({ start: 0, end: old.length }, { start: 0, end: fresh.length });
  return edits;

  function compare(a: Range, b: Range): void {
    let [from, other] = [a.start, b.start];
    let [to, otherEnd] = [a.end, b.end];
    while (from < to && other < otherEnd && old[from] === fresh[other]) [from, other] = [from + 1, other + 1];
    while (from < to && other < otherEnd && old[to - 1] === fresh[otherEnd - 1])
      [to, otherEnd] = [to - 1, otherEnd - 1];
    if (from === to && other === otherEnd) return;
    const anchors = anchorsBetween({ start: from, end: to }, { start: other, end: otherEnd });
    if (anchors.length === 0) {
      const newText = fresh.slice(other, otherEnd).join('');
      edits.push({ span: { start: starts[from]!, end: starts[to]! }, newText });
      return;
    }
    for (const [left, right] of [...anchors, [to, otherEnd] as const]) {
      compare({ start: from, end: left }, { start: other, end: right });
      [from, other] = [left + 1, right + 1];
    }
  }

  /** Pairs of equal lines, each the only one of its kind in either range, in the order of both. */
  function anchorsBetween(a: Range, b: Range): (readonly [left: number, right: number])[] {
    const [inOld, inFresh] = [onlyOnes(old, a), onlyOnes(fresh, b)];
    const pairs: [number, number][] = [];
    for (const [line, left] of inOld) {
      const right = inFresh.get(line);
      if (right !== undefined) pairs.push([left, right]);
    }
    const kept = longestIncreasing(pairs.map(([, right]) => right));
    return pairs.filter((_, index) => kept.has(index));
  }
}

/** The lines that a range has once, with their indices, in order. */
function onlyOnes(lines: readonly string[], { start, end }: Range): Map<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = start; at < end; at++) {
    const line = lines[at]!;
    if (found.has(line)) repeated.add(line);
    else found.set(line, at);
  }
  for (const line of repeated) found.delete(line);
  return found;
}

/** Each with its line ending. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/gu) ?? [];
}

function startsOf(lines: readonly string[]): number[] {
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length);
  return starts;
}
