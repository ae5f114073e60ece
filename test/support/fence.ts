/** The text in a fence of a page of examples, with a line ending behind each line. */
export interface Fence {
  readonly text: string;
  /** The index of the line that closes it. */
  readonly end: number;
}

/**
 * Reads a fence.
 * @param at the index of the line that opens it
 * @param marks what it opens with, and closes with alone on a line
 * @throws Error where nothing closes it
 */
export function readFence(lines: readonly string[], at: number, marks: string): Fence {
  const end = lines.indexOf(marks, at + 1);
  if (end < 0) throw new Error(`The fence of line ${at + 1} is not closed.`);
  const text = lines
    .slice(at + 1, end)
    .map((line) => `${line}\n`)
    .join('');
  return { text, end };
}
