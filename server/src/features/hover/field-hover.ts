import { t } from '@vscode/l10n';
import { fieldSpecOf } from '../../template/known-fields';
import { fieldFor } from '../../template/phase';
import type { FieldSpec } from '../../template/schema';
import { isAt } from '../../text/span';
import type { Spec } from '../../workspace/spec';
import type { Hover, HoverContext } from './hover-context';
import { sentence, type HoverBlock, type Inline } from './hover-text';
import { askedFor, dateForm, oneOf } from './placeholder-hover';

/** A field of the metadata: what its value must be. */
export function hoverField({ spec, offset }: HoverContext): Hover | undefined {
  const { model } = spec;
  const field = model.shape.fields.find((each) => isAt(model.fieldSpan(each), offset));
  const asked = field && fieldSpecOf(spec.schema, field);
  if (!field || !asked) return undefined;
  const required = asked.required ? t('required') : t('optional');
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
      return dateForm();
    case 'version':
      return sentence(t('A version, such as {0} or {1}.'), { code: '1.0' }, { code: '2.1.3' });
    case 'id':
      return sentence(t('An id of the form {0}.'), { code: placeholder.replace(/^\[|\]$/gu, '') });
    default:
      return /^\[[^[\]]+\]$/u.test(placeholder) ? askedFor(placeholder) : undefined;
  }
}

function phaseBlock({ phase }: Spec): Inline[] {
  if (phase === 'draft') return [t('By it the document counts as a draft.')];
  return [
    phase === 'review'
      ? t('By it the document counts as one in review.')
      : t('By it the document counts as an approved one.'),
  ];
}
