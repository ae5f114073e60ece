import type { DocumentShape, Field } from '../model/document-shape';
import { fieldFor, isNamedLike } from './phase';
import type { FieldSpec, Schema } from './schema';

/** What a template asks of a field with this name; undefined for one of the author's own. */
export function fieldSpecOf({ fields }: Schema, field: Pick<Field, 'folded'>): FieldSpec | undefined {
  return (
    fields.find(({ folded }) => folded === field.folded) ?? fields.find((each) => isNamedLike(field, each))
  );
}

/** The field in which a document states its own version, where its template has one. */
export function versionField(shape: DocumentShape, { fields }: Schema): Field | undefined {
  const spec = fields.find(({ folded }) => /^(?:document |spec )?version$/u.test(folded));
  return spec && fieldFor(shape, spec);
}
