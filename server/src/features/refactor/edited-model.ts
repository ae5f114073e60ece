import { DocumentModel } from '../../model/document-model';
import { inOrder, type TextEdit } from '../../text/edit';

/** The document after edits that all refer to the same text; what they do not touch is not read again. */
export function editedModel(model: DocumentModel, edits: readonly TextEdit[]): DocumentModel {
  let { tree } = model;
  // From the last to the first, so that each finds its place as it was.
  for (const { span, newText } of inOrder(edits).reverse()) tree = tree.edit({ span, text: newText });
  return new DocumentModel(tree, model);
}
