import type { DocumentModel } from '../../model/document-model';
import { absentSections } from '../../rules/engine/absent-sections';
import { align } from '../../template/align';
import { compileTemplate } from '../../template/compile';
import type { Schema } from '../../template/schema';
import type { Spec } from '../../workspace/spec';
import { frontMatterOf } from './template-settings';
import { templateSections } from './template-sections';

/** What a new template is to be called. */
export interface TemplateName {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** A setting for each section that could be missing is found in one round; the second proves it. */
const ROUNDS = 4;

/**
 * The template that a document would have been written from: its headings, labels, columns and kinds of lists, with placeholders
 * and the guidance of its own template in the place of all that it says.
 * @param spec the document with its template; undefined for one that has none
 * @returns undefined where it has no headings, so that no document could match it
 */
export function saveAsTemplate(
  model: DocumentModel,
  spec: Spec | undefined,
  name: TemplateName,
): string | undefined {
  if (model.shape.sections.length === 0) return undefined;
  const { body, optional } = templateSections(model, spec);
  const settings = {
    ...name,
    optional: [...new Set(optional)],
    orderIsFree: spec?.schema.orderIsFree ?? false,
  };
  for (let round = 0; round < ROUNDS; round++) {
    const text = `${frontMatterOf(settings, model, spec?.schema)}\n\n${body}`;
    const { missing, isInOrder } = differences(
      model,
      compileTemplate(text, { source: name.id, fallbackId: name.id }),
    );
    const more = missing.filter((title) => !settings.optional.includes(title));
    if (more.length === 0 && (isInOrder || settings.orderIsFree)) return text;
    settings.optional.push(...new Set(more));
    settings.orderIsFree ||= !isInOrder;
  }
  return `${frontMatterOf(settings, model, spec?.schema)}\n\n${body}`;
}

/** What a template asks for that the document it was made of has not, or has elsewhere. */
function differences({ shape }: DocumentModel, schema: Schema): { missing: string[]; isInOrder: boolean } {
  const alignment = align(shape.sections, schema);
  const guidanceLeft = shape.sections.map(() => false);
  const { missing } = absentSections({ alignment, shape, size: undefined, guidanceLeft });
  return { missing: missing.map(({ slot }) => slot.title), isInOrder: alignment.misplaced.length === 0 };
}
