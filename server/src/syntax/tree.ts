import type { Root } from 'mdast';
import { applyChange, changeDelta, type TextChange } from '../text/change';
import { countLineEndings, type Chunk } from './chunk';
import { editBody, lastStartingAt, readBody, type Body, type BodyChange, type ChangedChunks } from './body';
import { opensFrontMatter, readHead, type FrontMatter } from './front-matter';
import type { ReadingWork } from './read';
import { joinBlocks } from './whole';

/**
 * An immutable snapshot of one document, as chunks of Markdown that keep their identity from one snapshot to the
 * next unless an edit touches them.
 */
export class SyntaxTree {
  readonly frontMatter: FrontMatter | undefined;
  /** Where the Markdown starts, after front matter and byte order mark: the start of chunk 0. */
  readonly bodyStart: number;
  /** Never empty; the chunk of an empty body is empty. Together their texts are the body. */
  readonly chunks: readonly Chunk[];
  /** How the chunks differ from those of the tree that this one was edited from; `undefined` if it was parsed. */
  readonly changed: ChangedChunks | undefined;
  /** What the parser had to do for this tree. */
  readonly work: Readonly<ReadingWork>;

  readonly #head: string;
  readonly #headLines: number;
  readonly #body: Body;
  #text: string | undefined;

  private constructor(
    head: string,
    frontMatter: FrontMatter | undefined,
    body: Body,
    work: ReadingWork,
    changed: ChangedChunks | undefined,
    text: string | undefined,
  ) {
    this.#head = head;
    this.#headLines = countLineEndings(head);
    this.#body = body;
    this.#text = text;
    this.frontMatter = frontMatter;
    this.bodyStart = head.length;
    this.chunks = body.chunks;
    this.work = work;
    this.changed = changed;
  }

  /** Reads a document from scratch. */
  static parse(text: string): SyntaxTree {
    const { frontMatter, bodyStart } = readHead(text);
    const work = { windows: 0, characters: 0 };
    const body = readBody(text.slice(bodyStart), work);
    return new SyntaxTree(text.slice(0, bodyStart), frontMatter, body, work, undefined, text);
  }

  /** The whole source. Put together when first asked for after an edit, unless the edit came with it. */
  get text(): string {
    return (this.#text ??= this.#head + this.chunks.map((chunk) => chunk.text).join(''));
  }

  /** A part of the source; the whole is not put together for it. */
  slice(start: number, end: number): string {
    if (this.#text !== undefined) return this.#text.slice(start, end);
    let part = this.#head.slice(start, end);
    for (let index = this.chunkAt(start); index < this.chunks.length; index++) {
      const base = this.chunkStart(index);
      if (base >= end) break;
      part += this.chunks[index]!.text.slice(Math.max(0, start - base), end - base);
    }
    return part;
  }

  /** The length of the source in UTF-16 units. */
  get length(): number {
    return this.bodyStart + this.#body.starts[this.chunks.length]!;
  }

  /** The offset at which a chunk starts. Also takes the number of chunks, for the end of the document. */
  chunkStart(index: number): number {
    return this.bodyStart + this.#body.starts[index]!;
  }

  /** The line, from 0, at which a chunk starts. Also takes the number of chunks, for the document's last line. */
  chunkLine(index: number): number {
    return this.#headLines + this.#body.lines[index]!;
  }

  /** The index of the chunk that holds the character at `offset`; the first or last one for offsets outside the body. */
  chunkAt(offset: number): number {
    return lastStartingAt(this.#body.starts, this.chunks.length, offset - this.bodyStart);
  }

  /**
   * The tree of the text after `change`, whose work follows the size of the change and not that of the document.
   * @param textAfter The whole text after the change, if the caller has it anyway.
   */
  edit(change: TextChange, textAfter?: string): SyntaxTree {
    const { span } = change;
    const work = { windows: 0, characters: 0 };
    if (span.start > this.bodyStart && !this.#mayOpenFrontMatter(change)) {
      const inBody = {
        start: span.start - this.bodyStart,
        end: span.end - this.bodyStart,
        text: change.text,
      };
      const { body, changed } = editBody(this.#body, inBody, work);
      return new SyntaxTree(this.#head, this.frontMatter, body, work, changed, textAfter);
    }
    const head = this.#editHead(change);
    if (head) return new SyntaxTree(head.text, head.frontMatter, this.#body, work, unchanged, textAfter);
    const text = textAfter ?? applyChange(this.text, change);
    const { frontMatter, bodyStart } = readHead(text);
    const inBody = bodyChangeBetween(this.bodyStart, bodyStart, change, text);
    const { body, changed } = editBody(this.#body, inBody, work);
    return new SyntaxTree(text.slice(0, bodyStart), frontMatter, body, work, changed, text);
  }

  /** The whole Markdown as one mdast tree with absolute positions. Costs as much as the document is long. */
  root(): Root {
    return joinBlocks(this);
  }

  /** Whether the change, which is behind the start of the body, could give the document front matter. */
  #mayOpenFrontMatter(change: TextChange): boolean {
    if (this.frontMatter) return false;
    const before = this.#head + this.chunks[0]!.text;
    if (opensFrontMatter(before)) return true;
    // The first line is complete in chunk 0, unless that is all there is.
    if (change.span.start >= before.length && this.chunks.length > 1) return false;
    return change.span.end >= before.length || opensFrontMatter(applyChange(before, change));
  }

  /** The head after a change that leaves the body alone, as typing a value in the front matter does. */
  #editHead(change: TextChange): { text: string; frontMatter: FrontMatter } | undefined {
    if (this.frontMatter === undefined || change.span.end > this.bodyStart) return undefined;
    const text = applyChange(this.#head, change);
    const { frontMatter, bodyStart } = readHead(text);
    // A last line that nothing ends goes on in the body, and so may an ending that is a `\r`.
    if (frontMatter === undefined || bodyStart !== text.length || !text.endsWith('\n')) return undefined;
    return { text, frontMatter };
  }
}

const unchanged: ChangedChunks = { from: 0, toBefore: 0, toAfter: 0, reread: [] };

/** What happened to the body when a change may have moved the body's start. */
function bodyChangeBetween(
  startBefore: number,
  startAfter: number,
  change: TextChange,
  text: string,
): BodyChange {
  const delta = changeDelta(change);
  if (startBefore === startAfter && change.span.start >= startBefore) {
    return { start: change.span.start - startBefore, end: change.span.end - startBefore, text: change.text };
  }
  const end = Math.max(change.span.end, startBefore, startAfter - delta);
  return { start: 0, end: end - startBefore, text: text.slice(startAfter, end + delta) };
}
