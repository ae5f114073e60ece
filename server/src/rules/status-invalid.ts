import { t } from '@vscode/l10n';
import { parseChoices } from '../model/choices';
import type { Field } from '../model/document-shape';
import { fieldFor, statusOf } from '../template/phase';
import { firstLineOf } from '../text/line';
import { defineDocumentRule } from './engine/rule';
import { pickStatus } from './engine/pick-status';

export default defineDocumentRule<{ field: Field; choices: readonly string[] }>({
  id: 'status-invalid',
  severity: { draft: 'warning', review: 'warning', approved: 'error' },
  fix: 'unsafe',
  waitsForLine: true,
  docs: {
    what: 'The status is none of those that the template knows. A remark behind it is allowed: "Approved (2.1)".',
    why: 'People and tools that go by the status cannot place the document.',
    remedy: 'Choose one of the values of the template.',
  },
  check({ shape, schema }, report) {
    for (const spec of schema.fields.filter(({ kind }) => kind === 'status')) {
      const field = fieldFor(shape, spec);
      if (!field || !spec.choices || field.value === '' || statusOf(field.value, spec) !== undefined)
        continue;
      const value = firstLineOf(field.value);
      if (parseChoices(value) || /^\[.*\]$/su.test(field.value)) continue;
      report({
        at: { field, part: 'value' },
        message: t(
          '"{0}" is no status of this template, so nobody can tell how far the document has come. Use one of: {1}.',
          value,
          spec.choices.join(', '),
        ),
        data: { field, choices: spec.choices },
      });
    }
  },
  fixes: ({ spec }, { field, choices }) => pickStatus(spec, field, choices),
});
