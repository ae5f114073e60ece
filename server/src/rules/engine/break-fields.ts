import type { Nodes } from 'mdast';
import type { DocumentModel } from '../../model/document-model';
import { nodeSpan } from '../../model/inline-source';
import type { TextEdit } from '../../text/edit';
import { lineEnd } from '../../text/line';
import { breakOf } from './field-parting';

/** Puts a hard break, written as the document writes its others, behind each field that is rendered on one line with the next. */
export function breakFields(model: DocumentModel): TextEdit[] {
  const { text } = model.tree;
  const collapsed = model.shape.fields.filter(({ joinsNext }) => joinsNext);
  const newText = hardBreakOf(model);
  return collapsed.map((field) => {
    const { end } = model.fieldSpan(field);
    return { span: { start: end, end: lineEnd(text, end) }, newText };
  });
}

/** The hard break between two lines of metadata, written as the document writes its others. */
export function hardBreakOf(model: DocumentModel): string {
  return breakOf(model, ({ dialect }) => dialect === 'bold-line') ?? (usesBackslashes(model) ? '\\' : '  ');
}

/** Whether the first hard break of the document is a backslash (CommonMark 6.7). */
function usesBackslashes({ tree }: DocumentModel): boolean {
  for (const { blocks, text } of tree.chunks) {
    for (const { node } of blocks) {
      const found = firstBreak(node);
      if (found) return text[nodeSpan(found).start] === '\\';
    }
  }
  return false;
}

function firstBreak(node: Nodes): Nodes | undefined {
  if (node.type === 'break') return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = firstBreak(child);
    if (found) return found;
  }
  return undefined;
}
