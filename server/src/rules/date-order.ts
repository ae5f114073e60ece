import { t } from '@vscode/l10n';
import type { DocumentShape, Field } from '../model/document-shape';
import { dayAfter, isoDateIn } from './engine/date';
import { CREATED, DATE, UPDATED } from './engine/date-names';
import { revisionTables } from './engine/revision-table';
import { defineContentRule } from './engine/rule';

const ISO_LENGTH = 'YYYY-MM-DD'.length;

export default defineContentRule<undefined, 'tables'>({
  id: 'date-order',
  severity: { draft: 'warning', review: 'warning', approved: 'warning' },
  fix: 'none',
  waitsForLine: true,
  reads: ['tables'],
  docs: {
    what: 'A document was updated before it was created, or it or one of its revisions is of a day that is still to come.',
    why: 'One of the dates is wrong, and readers cannot tell how old the document is.',
    remedy: 'Correct the date. A day to come belongs in a field such as "Target date".',
  },
  check({ shape, alignment, content, host }, report) {
    const updated = fieldNamed(shape, UPDATED);
    const created = fieldNamed(shape, CREATED) ?? fieldNamed(shape, DATE);
    // It may be tomorrow where the author is.
    const latest = dayAfter(host.clock.today());
    const late = [created, updated].filter((field) => field !== undefined && dayOf(field) > latest);
    for (const field of late) {
      report({
        at: { field: field!, part: 'value' },
        message: t(
          '"{0}" is {1}, a day that is still to come, so readers cannot tell how old the document is. Correct it.',
          field!.name,
          dayOf(field!),
        ),
        data: undefined,
      });
    }
    for (const { rows, date } of revisionTables(content, alignment)) {
      for (const { row, index } of rows) {
        const { text, span } = row.cells[date] ?? { text: '' };
        if (!isoDateIn(text) || text.slice(0, ISO_LENGTH) <= latest) continue;
        report({
          at: { content: 'tables', index, ...(span ? { span } : {}) },
          message: t(
            'This revision is of {0}, a day that is still to come, so readers cannot tell what holds today. Correct the date.',
            text.slice(0, ISO_LENGTH),
          ),
          data: undefined,
        });
      }
    }
    if (!updated || !created || late.length > 0 || dayOf(updated) >= dayOf(created)) return;
    report({
      at: { field: updated, part: 'value' },
      message: t(
        '"{0}" is {1}, before "{2}", which is {3}. One of the two is wrong. Correct it.',
        updated.name,
        dayOf(updated),
        created.name,
        dayOf(created),
      ),
      related: [{ at: { field: created, part: 'value' }, message: t('"{0}" is later.', created.name) }],
      data: undefined,
    });
  },
});

/** The first field with such a name that holds a day; any other value has a rule of its own. */
function fieldNamed({ fields }: DocumentShape, name: RegExp): Field | undefined {
  return fields.find(({ folded, value }) => name.test(folded) && isoDateIn(value));
}

function dayOf({ value }: Field): string {
  return value.slice(0, ISO_LENGTH);
}
