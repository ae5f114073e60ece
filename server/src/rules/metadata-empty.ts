import { t } from '@vscode/l10n';
import type { Field } from '../model/document-shape';
import { isNamedLike } from '../template/phase';
import type { FieldSpec } from '../template/schema';
import { isEmptyField } from './engine/field-state';
import { pickStatus } from './engine/pick-status';
import { defineDocumentRule, type Fix } from './engine/rule';
import { setValue } from './engine/set-value';
import { placeholderIn } from './engine/written-like';

export default defineDocumentRule<{ field: Field; wanted: FieldSpec }>({
  id: 'metadata-empty',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'unsafe',
  waitsForLine: true,
  docs: {
    what: 'A metadata field that the template requires stands in the document without a value.',
    why: 'A reader cannot tell whether there is nothing to say or whether it was forgotten.',
    remedy: 'Write the value, or a dash or "N/A" where there is none.',
  },
  check({ shape, schema }, report) {
    for (const wanted of schema.fields) {
      const found = shape.fields.filter((field) => isNamedLike(field, wanted));
      const [field] = found;
      if (!wanted.required || !field || !found.every(isEmptyField)) continue;
      report({
        at: { field, part: 'whole' },
        message: t(
          '"{0}" has no value, so a reader cannot tell whether it was forgotten. Write one, or a dash where there is none.',
          field.name,
        ),
        data: { field, wanted },
      });
    }
  },
  fixes({ spec, host }, { field, wanted }) {
    const write = (title: string, value: string): Fix => ({
      title,
      edits: [setValue(spec.model, field, value)],
    });
    const { kind, choices } = wanted;
    if (kind === 'status' && choices) return pickStatus(spec, field, choices);
    if (choices) return choices.map((choice) => write(t('Choose "{0}"', choice), choice));
    if (kind === 'date') return [write(t('Write the date of today'), host.clock.today())];
    const placeholder = placeholderIn('bold-line', wanted);
    return [write(t('Insert the placeholder "{0}"', placeholder), placeholder)];
  },
});
