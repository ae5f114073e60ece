import type { TextEdit } from '../../text/edit';
import { lineEnd, lineStart } from '../../text/line';
import type { Span } from '../../text/span';

/** Removes a block with its lines and the blank lines behind it, so that what stood around it keeps its distance. */
export function removeBlock(text: string, block: Span): TextEdit {
  const start = lineStart(text, block.start);
  const behind = lineEnd(text, block.end);
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/u.exec(text.slice(behind))![0];
  return { span: { start, end: behind + blank.length }, newText: '' };
}
