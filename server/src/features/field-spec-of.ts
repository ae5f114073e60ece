import type { Field } from '../model/document-shape';
import { isNamedLike } from '../template/phase';
import type { FieldSpec } from '../template/schema';
import type { Spec } from '../workspace/spec';

/** What the template asks of a field of a document; undefined for one of the author's own. */
export function fieldSpecOf({ schema }: Pick<Spec, 'schema'>, field: Field): FieldSpec | undefined {
  return (
    schema.fields.find(({ folded }) => folded === field.folded) ??
    schema.fields.find((each) => isNamedLike(field, each))
  );
}
