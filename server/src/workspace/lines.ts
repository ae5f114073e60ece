import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import type { SyntaxTree } from '../syntax/tree';

/** A stretch of whole lines of the document. */
interface Piece {
  readonly text: string;
  readonly start: number;
  /** The number of its first line, from 0. */
  readonly line: number;
}

const LINE_END = /\r\n|\n|\r/gu;

/**
 * Offsets to LSP positions (line and UTF-16 unit from 0) and back, as `TextDocument` has them. It looks at one chunk only,
 * so that the text of a long document is never put together while somebody types in it.
 */
export class Lines implements Pick<TextDocument, 'positionAt' | 'offsetAt'> {
  constructor(private readonly tree: SyntaxTree) {}

  /** A position behind the end of its line means that end. */
  offsetAt({ line, character }: Position): number {
    const { tree } = this;
    if (line < 0) return 0;
    let low = 0;
    let high = tree.chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (tree.chunkLine(middle) <= line) low = middle;
      else high = middle - 1;
    }
    const piece = this.piece(low);
    const start = lineStart(piece.text, line - piece.line);
    if (start === undefined) return tree.length;
    return piece.start + Math.min(start + Math.max(0, character), lineEnd(piece.text, start));
  }

  positionAt(offset: number): Position {
    const { tree } = this;
    const at = Math.max(0, Math.min(offset, tree.length));
    const piece = this.piece(tree.chunkAt(at));
    const inside = at - piece.start;
    let start = 0;
    let { line } = piece;
    LINE_END.lastIndex = 0;
    while (LINE_END.test(piece.text) && LINE_END.lastIndex <= inside) {
      start = LINE_END.lastIndex;
      line++;
    }
    return { line, character: Math.min(inside, lineEnd(piece.text, start)) - start };
  }

  /** A chunk; the first one with all that stands before it, whose lines it may share. */
  private piece(chunk: number): Piece {
    const { tree } = this;
    if (chunk === 0 && tree.bodyStart > 0)
      return { text: tree.text.slice(0, tree.chunkStart(1)), start: 0, line: 0 };
    return { text: tree.chunks[chunk]!.text, start: tree.chunkStart(chunk), line: tree.chunkLine(chunk) };
  }
}

/** The offset at which line number `line` of a text starts; undefined where it has fewer. */
function lineStart(text: string, line: number): number | undefined {
  LINE_END.lastIndex = 0;
  for (let left = line; left > 0; left--) if (!LINE_END.test(text)) return undefined;
  return LINE_END.lastIndex;
}

/** The end of the line that starts at an offset, without its ending. */
function lineEnd(text: string, start: number): number {
  LINE_END.lastIndex = start;
  return LINE_END.exec(text)?.index ?? text.length;
}
