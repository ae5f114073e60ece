import type { DocumentModel } from '../../../model/document-model';
import type { TextEdit } from '../../../text/edit';
import { dominantEol, lineEnd } from '../../../text/line';
import type { Span } from '../../../text/span';
import type { FieldBlock } from './field-blocks';

/** Writes lines in the place of the first block, parted from what stands around it, and takes the others away. */
export function replaceBlocks(
  model: DocumentModel,
  [first, ...others]: readonly FieldBlock[],
  lines: readonly string[],
  remarks: readonly string[],
): TextEdit[] {
  const { text, bodyStart } = model.tree;
  const eol = dominantEol(text);
  const { span, rule } = first!;
  const parts = [lines, remarks, rule === '' ? [] : [rule]].filter((part) => part.length > 0);
  const above = text.slice(bodyStart, span.start);
  const below = text.slice(span.end);
  const isParted = /^(?:\s*|[^]*(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r))$/u.test(above);
  const isPartedBelow = /^(?:\r\n|\n|\r)?[ \t]*(?:[\r\n]|$)/u.test(below);
  const newText =
    (isParted ? '' : eol) + parts.map((part) => part.join(eol)).join(eol + eol) + (isPartedBelow ? '' : eol);
  return [{ span, newText }, ...takeBlocks(model, others)];
}

/** Takes blocks away, each with the blank lines behind it; of bold lines above a `---` the rule stays. */
export function takeBlocks({ tree }: DocumentModel, blocks: readonly FieldBlock[]): TextEdit[] {
  return blocks.map(({ span, rule }) =>
    rule === ''
      ? { span: withBlankLines(tree.text, span, tree.bodyStart), newText: '' }
      : { span, newText: rule },
  );
}

/** Whole lines with the blank ones behind them; at the end of the text with those before them. */
function withBlankLines(text: string, { start, end }: Span, bodyStart: number): Span {
  const behind = /^\s*/u.exec(text.slice(end))![0];
  if (end + behind.length < text.length) {
    const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/u.exec(text.slice(lineEnd(text, end)))![0];
    return { start, end: lineEnd(text, end) + blank.length };
  }
  const kept = bodyStart + text.slice(bodyStart, start).trimEnd().length;
  const eol = /^(?:\r\n|\n|\r)?/u.exec(text.slice(kept))![0];
  return { start: kept === bodyStart ? bodyStart : Math.min(start, kept + eol.length), end: text.length };
}
