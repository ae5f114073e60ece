import { fieldSpecOf } from '../../template/known-fields';
import { fieldFor } from '../../template/phase';
import type { FieldSpec } from '../../template/schema';
import { isAt } from '../../text/span';
import type { Spec } from '../../workspace/spec';
import type { Hover, HoverContext } from './hover-context';
import type { HoverBlock, Inline } from './hover-text';
import { askedFor, oneOf } from './placeholder-hover';

/** A field of the metadata: what its value must be. */
export function hoverField({ spec, offset }: HoverContext): Hover | undefined {
  const { model } = spec;
  const field = model.shape.fields.find((each) => isAt(model.fieldSpan(each), offset));
  const asked = field && fieldSpecOf(spec.schema, field);
  if (!field || !asked) return undefined;
  const required = asked.required ? 'required' : 'optional';
  const value = valueBlock(asked);
  const phase = asked.kind === 'status' && fieldFor(model.shape, asked) === field ? [phaseBlock(spec)] : [];
  return {
    span: model.fieldSpan(field),
    blocks: [[{ bold: asked.name }, ` – ${required}`], ...(value ? [value] : []), ...phase],
  };
}

function valueBlock({ kind, choices, placeholder }: FieldSpec): HoverBlock | undefined {
  if (choices) return oneOf(choices);
  switch (kind) {
    case 'date':
      return ['A date, written ', { code: 'YYYY-MM-DD' }, '.'];
    case 'version':
      return ['A version, such as ', { code: '1.0' }, ' or ', { code: '2.1.3' }, '.'];
    case 'id':
      return ['An id of the form ', { code: placeholder.replace(/^\[|\]$/gu, '') }, '.'];
    default:
      return /^\[[^[\]]+\]$/u.test(placeholder) ? askedFor(placeholder) : undefined;
  }
}

function phaseBlock({ phase }: Spec): Inline[] {
  const words = { draft: 'a draft', review: 'one in review', approved: 'an approved one' } as const;
  return [`By it the document counts as ${words[phase]}.`];
}
