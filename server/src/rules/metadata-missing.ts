import { t } from '@vscode/l10n';
import type { FieldSpec } from '../template/schema';
import { missingFields } from './engine/field-state';
import { insertField } from './engine/insert-field';
import { isMissingWithSection } from './engine/metadata-section';
import { defineContentRule } from './engine/rule';

export default defineContentRule<FieldSpec, 'tables'>({
  id: 'metadata-missing',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'safe',
  reads: ['tables'],
  docs: {
    what: 'A metadata field that the template requires is not in the document.',
    why: 'Who wrote a spec, when, and whether it is agreed decide whether anyone may rely on it.',
    remedy: 'Add the field, written as the other fields of the document are.',
  },
  check(context, report) {
    if (isMissingWithSection(context)) return;
    for (const spec of missingFields(context)) {
      report({
        at: 'document',
        message: t(
          'The field "{0}" is missing; readers need it to judge whether they may rely on this document. Add it to the metadata.',
          spec.name,
        ),
        data: spec,
      });
    }
  },
  fixes({ spec }, field) {
    const edit = insertField(spec, field);
    return edit ? [{ title: t('Add the field "{0}"', field.name), edits: [edit] }] : [];
  },
});
