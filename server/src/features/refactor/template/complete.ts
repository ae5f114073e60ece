import type { DocumentModel } from '../../../model/document-model';
import { absentSections } from '../../../rules/engine/absent-sections';
import { insertField } from '../../../rules/engine/insert-field';
import { insertSections } from '../../../rules/engine/insert-sections';
import type { Alignment, MissingSlot } from '../../../template/align';
import { fieldFor } from '../../../template/phase';
import type { Schema } from '../../../template/schema';
import type { TextEdit } from '../../../text/edit';
import { DEFAULT_CONFIGURATION } from '../../../workspace/configuration';
import { buildSpec, type Spec } from '../../../workspace/spec';
import { editedModel } from '../edited-model';

/** The spec that a document is under a template. */
export function specOf(model: DocumentModel, { path, size }: Spec, schema: Schema): Spec {
  const configuration = { ...DEFAULT_CONFIGURATION, projectSize: size };
  return buildSpec(model, { schemas: [schema], forced: schema, configuration, path })!;
}

/** The spec after edits that all refer to its text. */
export function withEdits(spec: Spec, edits: readonly TextEdit[]): Spec {
  return edits.length === 0 ? spec : specOf(editedModel(spec.model, edits), spec, spec.schema);
}

/** With each section that the template asks for. */
export function withSections(spec: Spec): Spec {
  return withEdits(spec, sectionEdits(spec));
}

/** Edits that insert each section that the template asks for, as far as there is a place for it. */
export function sectionEdits(spec: Spec): readonly TextEdit[] {
  return insertSections({ ...spec, alignment: withNearMisses(spec.alignment) }, sectionGaps(spec)).edits;
}

/** What the template asks for and the document has not, in template order. */
export function sectionGaps({ model, alignment, size, guidanceLeft }: Spec): MissingSlot[] {
  const { missing, added } = absentSections({ alignment, shape: model.shape, size, guidanceLeft });
  return [...missing, ...added].sort((a, b) => a.slot.order - b.slot.order);
}

/** What resembles a section of the template stands for it, so that others are inserted on its right side. */
function withNearMisses(alignment: Alignment): Alignment {
  const slots = [...alignment.slots];
  const instances = new Map(alignment.instances);
  for (const { section, slot } of alignment.nearMisses) {
    slots[section.ordinal] = slot;
    instances.set(slot, [section]);
  }
  return { ...alignment, slots, instances };
}

/** With each field that the template asks for, written as those of the document are. */
export function withFields(spec: Spec): Spec {
  return spec.schema.fields
    .filter(({ required }) => required)
    .reduce((current, field) => {
      if (fieldFor(current.model.shape, field)) return current;
      const edit = insertField(current, field);
      return edit ? withEdits(current, [edit]) : current;
    }, spec);
}
