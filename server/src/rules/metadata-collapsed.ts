import { t } from '@vscode/l10n';
import { breakFields } from './engine/break-fields';
import { defineDocumentRule } from './engine/rule';

export default defineDocumentRule<undefined>({
  id: 'metadata-collapsed',
  severity: { draft: 'hint', review: 'info', approved: 'info' },
  fix: 'safe',
  docs: {
    what: 'Bold lines of metadata, one below the other in the source, are rendered as one line.',
    why: 'Markdown joins the lines of a paragraph, so that the fields run into each other where people read them.',
    remedy: 'End each line but the last in two spaces or a backslash.',
  },
  check({ shape, schema }, report) {
    // A template that writes its fields so wants them so.
    if (schema.fields.some(({ joinsNext }) => joinsNext)) return;
    const known = new Set(schema.fields.map(({ folded }) => folded));
    for (const field of shape.fields) {
      const next = shape.fields[field.ordinal + 1];
      if (!field.joinsNext || !next || !(known.has(field.folded) || known.has(next.folded))) continue;
      report({
        at: { field, part: 'whole' },
        message: t(
          '"{0}" and "{1}" are rendered on one line, since Markdown joins the lines of a paragraph. End the line in two spaces or a backslash.',
          field.name,
          next.name,
        ),
        data: undefined,
      });
      return;
    }
  },
  fixes: ({ spec }) => [{ title: t('Keep the lines of the metadata apart'), edits: breakFields(spec.model) }],
});
