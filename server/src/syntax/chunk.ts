import type { RootContent, TableRow } from 'mdast';
import { labelsDefinedBy, mentionsIn, type Mentions } from './labels';

/** A root-level piece of Markdown: one mdast node, or one slice of a long list or table. */
export interface Block {
  /**
   * All positions inside are relative to the start of the chunk: offset from 0, line from 1, column from 1. The
   * slice of a list has the `start` number of its own first item and is `spread` only if its own items are.
   */
  readonly node: RootContent;
  /** Whether this block is a later slice of the list or table that the block before it is a slice of. */
  readonly continues: boolean;
  /**
   * For a table slice that continues: the table's header row. Its positions are relative to the chunk that it
   * stands in and may be out of date; use it for its text.
   */
  readonly head?: TableRow;
  /** For a table slice that continues: the source of the table's header and delimiter rows. */
  readonly headText?: string;
}

/**
 * A stretch of the body that is read on its own, and that stays the same object across edits that do not touch it.
 * It starts at the start of a line and ends where the next chunk starts.
 */
export class Chunk {
  /** How many line endings the text has: `\n`, `\r\n` or `\r` (CommonMark, "line ending"). */
  readonly lineCount: number;
  /** Normalised labels of the link definitions in it, with repetitions. */
  readonly definitions: readonly string[];
  /** Normalised labels of the footnote definitions in it, without the `^`, with repetitions. */
  readonly footnotes: readonly string[];
  /** What `Derived` has computed from this chunk, by slot. */
  readonly derived: unknown[] = [];
  #mentions: Mentions | undefined;

  constructor(
    /** The exact source, up to the start of the next chunk. */
    readonly text: string,
    readonly blocks: readonly Block[],
  ) {
    this.lineCount = countLineEndings(text);
    const labels = labelsDefinedBy(text, blocks);
    this.definitions = labels.definitions;
    this.footnotes = labels.footnotes;
  }

  /** Whether the chunk's first block continues the list or table that the chunk before it ends with. */
  get continues(): boolean {
    return this.blocks[0]?.continues ?? false;
  }

  /** The labels that the chunk may refer to. Computed when first asked for: most chunks never are. */
  get mentions(): Mentions {
    return (this.#mentions ??= mentionsIn(this.text));
  }
}

let slots = 0;

/**
 * A fact computed from a chunk alone and kept on it, so that it lives and dies with the chunk. A lookup is one
 * read from an array, since it is made for every chunk of a long document on every keystroke.
 */
export class Derived<T> {
  readonly #slot = slots++;
  readonly #compute: (chunk: Chunk) => T;

  constructor(compute: (chunk: Chunk) => T) {
    this.#compute = compute;
  }

  of(chunk: Chunk): T {
    const { derived } = chunk;
    const slot = this.#slot;
    // Slots below this one are filled too, so that the array never gets holes, which V8 reads more slowly.
    while (derived.length <= slot) derived.push(undefined);
    return (derived[slot] ??= this.#compute(chunk)) as T;
  }
}

/** How many line endings `text` has. */
export function countLineEndings(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) count++;
  }
  return count;
}
