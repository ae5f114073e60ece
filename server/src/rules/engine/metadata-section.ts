import type { DocumentShape } from '../../model/document-shape';
import { fieldFor } from '../../template/phase';
import type { MissingSlot } from '../../template/align';
import type { Schema, Slot } from '../../template/schema';
import type { DocumentContext } from './rule';

/** The section in which a template keeps its metadata; a template without one has it at the top. */
export function metadataSlot({ slots, fields }: Schema): Slot | undefined {
  return fields.some(({ inSection }) => inSection) ? slots[0] : undefined;
}

function hasFields(shape: DocumentShape, schema: Schema): boolean {
  return schema.fields.some((spec) => fieldFor(shape, spec));
}

/**
 * Whether a section is not there because its document keeps the metadata elsewhere, as in front matter. Inserted, it would
 * say everything a second time; what is missing of it is said field by field.
 */
export function isKeptElsewhere(slot: Slot, shape: DocumentShape, schema: Schema): boolean {
  return slot === metadataSlot(schema) && hasFields(shape, schema);
}

/** Whether the section of the metadata is missing with all that is in it, so that to miss the section says it all. */
export function isMissingWithSection({ alignment, shape, schema }: DocumentContext): boolean {
  const slot = metadataSlot(schema);
  const isMissing = (missing: MissingSlot) => missing.slot === slot;
  return slot?.requirement === 'required' && !hasFields(shape, schema) && alignment.missing.some(isMissing);
}
