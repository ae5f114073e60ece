import { DocumentModel } from '../../model/document-model';
import { lineEnd, lineStart } from '../../text/line';
import type { OpenDocument } from '../../workspace/open-document';
import { buildSpec, type Spec, type TemplateChoice } from '../../workspace/spec';

/** What hides all that follows until it is closed: a fence, a comment. */
const OPENING = /^\s*(?:`{3,}|~{3,})[^`]*$|<!--(?:(?!-->).)*$/u;

/**
 * The spec that a document was until somebody began a fence or a comment in it, which makes code or a comment of all headings
 * that follow.
 * @returns undefined where the line of the cursor begins nothing of the kind, or hides no spec
 */
export function hiddenSpec(
  { model }: OpenDocument,
  offset: number,
  choice: TemplateChoice,
): Spec | undefined {
  const { tree } = model;
  const { text } = tree;
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  if (!OPENING.test(text.slice(line.start, offset))) return undefined;
  const shown = buildSpec(new DocumentModel(tree.edit({ span: line, text: '' }), model), choice);
  return shown && buildSpec(model, { ...choice, forced: shown.schema });
}
