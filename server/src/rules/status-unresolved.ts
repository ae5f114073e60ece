import { t } from '@vscode/l10n';
import type { Field } from '../model/document-shape';
import { fieldFor } from '../template/phase';
import { unresolvedStatus } from './engine/field-state';
import { defineDocumentRule } from './engine/rule';
import { pickStatus } from './engine/pick-status';

export default defineDocumentRule<{ field: Field; choices: readonly string[] }>({
  id: 'status-unresolved',
  severity: { draft: 'info', review: 'warning', approved: 'error' },
  fix: 'unsafe',
  docs: {
    what: 'The status is still the list of choices of the template.',
    why: 'Readers cannot tell a draft from a decision, and Specwright cannot tell how strict to be.',
    remedy: 'Keep the one that holds.',
  },
  check({ shape, schema }, report) {
    for (const spec of schema.fields.filter(({ kind }) => kind === 'status')) {
      const field = fieldFor(shape, spec);
      const choices = field && unresolvedStatus(field, spec);
      if (!choices) continue;
      report({
        at: { field, part: 'value' },
        message: t(
          'The status is not chosen yet, so readers cannot tell a draft from a decision. Keep one of: {0}.',
          choices.join(', '),
        ),
        data: { field, choices },
      });
    }
  },
  fixes: ({ spec }, { field, choices }) => pickStatus(spec, field, choices),
});
