import type { Section } from '../../model/section';
import {
  isEmptyField,
  missingFields,
  unresolvedStatus,
  type FieldContext,
} from '../../rules/engine/field-state';
import { insertField } from '../../rules/engine/insert-field';
import { metadataSlot } from '../../rules/engine/metadata-section';
import { yamlPlaceholders } from '../../rules/engine/yaml-placeholders';
import { fieldFor } from '../../template/phase';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';
import { editedModel } from '../refactor/edited-model';

/** How the metadata of a spec stands. */
export interface Metadata {
  /** How many fields have no answer yet, or are missing. */
  readonly open: number;
  /** Whether there is none of the fields that the template has. */
  readonly isMissing: boolean;
  /** Each field of the document, absolute. */
  readonly fields: readonly Span[];
  /** The section that holds them. */
  readonly section: Section | undefined;
}

/**
 * How the metadata of a spec stands.
 * @param open the places that wait for an answer
 * @returns undefined where the template has none
 */
export function metadataOf(spec: Spec, open: readonly Span[]): Metadata | undefined {
  const { model, schema, alignment } = spec;
  const { shape } = model;
  if (schema.fields.length === 0) return undefined;
  const inYaml = new Set(yamlPlaceholders(shape, schema).map(({ field }) => field));
  const end = model.lineStart(model.metadataEnd);
  const places = open.filter(({ start }) => start < end);
  const present = schema.fields.flatMap((wanted) => {
    const field = fieldFor(shape, wanted);
    return field ? [{ field, wanted, span: model.fieldSpan(field) }] : [];
  });
  const waiting = present.filter(({ field, wanted, span }) => {
    if (wanted.kind === 'status' && unresolvedStatus(field, wanted)) return true;
    if (inYaml.has(field) || (wanted.required && isEmptyField(field))) return true;
    return places.some(({ start }) => start >= span.start && start < span.end);
  });
  const missing = missingFields(contextOf(spec)).length;
  const slot = metadataSlot(schema);
  const held = slot && alignment.instances.get(slot)?.[0];
  const last = shape.sections[model.metadataEnd - 1];
  return {
    open: waiting.length + missing,
    isMissing: present.length === 0 && missing > 0,
    fields: shape.fields.map((field) => model.fieldSpan(field)),
    section: held ?? (last === alignment.title ? undefined : last),
  };
}

/** Adds all fields that are missing, each where it belongs: edits to apply one after the other. */
export function insertMissingFields(spec: Spec): TextEdit[] {
  const edits: TextEdit[] = [];
  let { model } = spec;
  for (const wanted of missingFields(contextOf(spec))) {
    const edit = insertField({ ...spec, model }, wanted);
    if (!edit) continue;
    edits.push(edit);
    model = editedModel(model, [edit]);
  }
  return edits;
}

function contextOf({ model, schema, alignment }: Spec): FieldContext {
  return { shape: model.shape, content: model.content, schema, alignment };
}
