import type { DocumentModel } from '../model/document-model';
import type { Schema } from '../template/schema';
import { statedTemplate } from '../template/stated-template';
import type { TextEdit } from '../text/edit';
import { buildSpec, type TemplateChoice } from '../workspace/spec';
import { editedModel } from './refactor/edited-model';
import { addAssociation, changeAssociation } from './refactor/template/association';
import { removeAssociation } from './refactor/template/remove-association';

/** How the template of a document is found. */
export interface TemplateOrigin {
  /** The id of the template that the document itself names. */
  readonly stated: string | undefined;
  /** The template that it follows when it names none. */
  readonly detected: Schema | undefined;
}

/** How the template of a document is found. */
export function templateOrigin(model: DocumentModel, choice: TemplateChoice): TemplateOrigin {
  const unnamed = editedModel(model, removeAssociation(model));
  return {
    stated: statedTemplate(model.shape, choice.schemas).id,
    detected: buildSpec(unnamed, choice)?.schema,
  };
}

/** The templates that a document may choose from: of those with one id, the first is meant by it. */
export function choosable(schemas: readonly Schema[]): Schema[] {
  return schemas.filter(({ id, slots }, index) => slots.length > 0 && index === indexOfId(schemas, id));
}

function indexOfId(schemas: readonly Schema[], wanted: string): number {
  return schemas.findIndex(({ id }) => id === wanted);
}

/**
 * The edits by which a document names a template. It says nothing of the version: which one the text was written from is not
 * known.
 * @returns undefined where the document would not follow it even so
 */
export function nameTemplate(
  model: DocumentModel,
  choice: TemplateChoice,
  { id }: Schema,
): readonly TextEdit[] | undefined {
  const named = { id, version: undefined };
  const changed = changeAssociation(model, named);
  const removed = removeAssociation(model);
  const candidates: (readonly TextEdit[])[] = [
    changed,
    [...changed, addAssociation(model, named)],
    [...removed, addAssociation(model, named)],
  ];
  return candidates.find((edits) => {
    const after = editedModel(model, edits);
    return (
      statedTemplate(after.shape, choice.schemas).id === id && buildSpec(after, choice)?.schema.id === id
    );
  });
}

/**
 * The edits after which a document names no template.
 * @returns undefined where it still would
 */
export function unnameTemplate(
  model: DocumentModel,
  { schemas }: TemplateChoice,
): readonly TextEdit[] | undefined {
  const edits = removeAssociation(model);
  const after = editedModel(model, edits);
  return statedTemplate(after.shape, schemas).id === undefined ? edits : undefined;
}
