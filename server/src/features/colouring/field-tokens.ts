import { placeholderOf } from '../../model/placeholders/read-placeholders';
import { fieldSpecOf } from '../../template/known-fields';
import { statusOf } from '../../template/phase';
import type { FieldSpec } from '../../template/schema';
import { lineEnd } from '../../text/line';
import type { Span } from '../../text/span';
import type { Spec } from '../../workspace/spec';
import type { Token } from './tokens';

/** The names of the fields that the template knows, and the values that it lists. */
export function fieldTokens(spec: Spec): Token[] {
  const { model } = spec;
  return model.shape.fields.flatMap((field): Token[] => {
    const asked = fieldSpecOf(spec.schema, field);
    if (!asked) return [];
    const whole = model.fieldSpan(field);
    const at = model.tree.slice(whole.start, whole.end).indexOf(field.name);
    if (at < 0) return [];
    const start = whole.start + at;
    const name = { start, end: start + field.name.length };
    const value = valueToken(spec, asked, model.fieldValueSpan(field));
    return [{ kind: 'field', span: name, isDefinition: false }, ...(value ? [value] : [])];
  });
}

/** The value of a field where the template lists values, without the remark behind it; a placeholder where it still is one. */
function valueToken({ model }: Spec, asked: FieldSpec, span: Span): Token | undefined {
  const source = model.tree.slice(span.start, span.end);
  const value = source.slice(0, lineEnd(source, 0)).trimEnd();
  if (value === '') return undefined;
  const whole = { start: span.start, end: span.start + value.length };
  // Elsewhere the placeholders of the chunk tell.
  if (placeholderOf(value) && span.start < model.tree.bodyStart)
    return { kind: 'placeholder', span: whole, isDefinition: false };
  const choice = asked.choices && statusOf(value, asked);
  if (choice === undefined) return undefined;
  const at = value.toLowerCase().indexOf(choice.toLowerCase());
  const start = span.start + Math.max(0, at);
  return {
    kind: 'choice',
    span: at < 0 ? whole : { start, end: start + choice.length },
    isDefinition: false,
  };
}
