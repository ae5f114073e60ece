import { t } from '@vscode/l10n';
import type { Field } from '../model/document-shape';
import { fieldFor } from '../template/phase';
import { firstLineOf } from '../text/line';
import { isoDateIn, readDate } from './engine/date';
import { defineDocumentRule } from './engine/rule';
import { isUnfilled } from './engine/unfilled';
import { valueLine } from './engine/value-line';

export default defineDocumentRule<{ field: Field; iso: string | undefined }>({
  id: 'date-invalid',
  severity: { draft: 'warning', review: 'warning', approved: 'error' },
  fix: 'safe',
  waitsForLine: true,
  docs: {
    what: 'A date is not written as YYYY-MM-DD, or is a day that does not exist.',
    why: '04/05/2026 is April in one country and May in another, and only ISO dates sort as text.',
    remedy: 'Write the day as year, month and day: 2026-05-04.',
  },
  check({ shape, schema }, report) {
    for (const spec of schema.fields.filter(({ kind }) => kind === 'date')) {
      const field = fieldFor(shape, spec);
      const value = firstLineOf(field?.value ?? '');
      if (!field || field.value === spec.placeholder || isUnfilled(value) || holdsIsoDate(value)) continue;
      const iso = readDate(value);
      const looksIso = /^(?:[^\d]+)?\d{4}-\d{2}-\d{2}/u.test(value);
      report({
        at: { field, part: 'value' },
        message: looksIso
          ? t('There is no day "{0}" in the calendar. Correct it.', value)
          : iso
            ? t(
                '"{0}" is no date in the form YYYY-MM-DD, which alone reads the same everywhere. Write {1}.',
                value,
                iso,
              )
            : t(
                '"{0}" is no date in the form YYYY-MM-DD, which alone reads the same everywhere. Write the year, the month and the day in that order.',
                value,
              ),
        data: { field, iso },
      });
    }
  },
  fixes({ spec }, { field, iso }) {
    if (!iso) return [];
    return [
      {
        title: t('Write the date as {0}', iso),
        edits: [{ span: valueLine(spec.model, field), newText: iso }],
      },
    ];
  },
});

/** Whether a day in ISO form stands in the value; words may stand before it, as in "Last updated: 2026-05-04". */
function holdsIsoDate(value: string): boolean {
  const behindWords = /^[^\d]+(\d{4}-\d{2}-\d{2}.*)$/u.exec(value)?.[1];
  return isoDateIn(behindWords ?? value);
}
