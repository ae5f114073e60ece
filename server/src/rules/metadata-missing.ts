import { t } from '@vscode/l10n';
import { fieldFor, isNamedLike } from '../template/phase';
import type { FieldSpec } from '../template/schema';
import { insertField } from './engine/insert-field';
import { isMissingWithSection } from './engine/metadata-section';
import { defineContentRule, type ContentContext } from './engine/rule';

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
    const { shape, schema } = context;
    // What stands behind a fault of the YAML is there and cannot be read; that is a rule of its own.
    if (shape.yamlFaults.length > 0 || isMissingWithSection(context)) return;
    for (const spec of schema.fields) {
      if (!spec.required || fieldFor(shape, spec) || headsColumn(spec, context)) continue;
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

/** Whether a field is the title of a column in a table above the first section: `| Author | Date |`, which is read by nobody but people. */
function headsColumn(spec: FieldSpec, { content, alignment }: ContentContext<'tables'>): boolean {
  const isAbove = (section: number) => section < 0 || section === alignment.title?.ordinal;
  return content.tables.some(
    ({ fact, section }) =>
      isAbove(section) &&
      fact.rows.length > 0 &&
      fact.columns.some((folded) => isNamedLike({ folded }, spec)),
  );
}
