import { DocumentModel } from '../model/document-model';
import { SyntaxTree } from '../syntax/tree';
import { applyEdits } from '../text/edit';
import type { Schema } from '../template/schema';
import { knownValues, type StarterValues } from './create/known-values';

/** The Markdown of a new spec with what is known filled in. */
export function starterFor(schema: Schema, values: StarterValues): string {
  const model = new DocumentModel(SyntaxTree.parse(schema.starter));
  return applyEdits(schema.starter, knownValues(schema, model, values));
}
