import { t } from '@vscode/l10n';
import type { Field } from '../model/document-shape';
import { foldWords } from '../model/fold';
import { statusOf } from '../template/phase';
import type { FieldSpec } from '../template/schema';
import { firstLineOf } from '../text/line';
import { isoDateIn, readDate } from './engine/date';
import { defineDocumentRule } from './engine/rule';

export default defineDocumentRule<undefined>({
  id: 'metadata-duplicate',
  severity: { draft: 'warning', review: 'warning', approved: 'error' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'A metadata field that the template has once is given twice.',
    why: 'Readers and tools take the one or the other, and not all the same.',
    remedy: 'Keep the one that holds. The same value in the front matter and in the text is no duplicate.',
  },
  check({ shape, schema }, report) {
    for (const spec of schema.fields) {
      if (schema.fields.filter(({ folded }) => folded === spec.folded).length > 1) continue;
      const [first, ...others] = shape.fields.filter(({ folded }) => folded === spec.folded);
      for (const field of others) {
        if (!contradicts(field, first!, spec, shape.fields)) continue;
        report({
          at: { field, part: 'whole' },
          message: t(
            '"{0}" is given a second time; it is "{1}" above. Readers and tools may take either. Keep the one that holds.',
            field.name,
            first!.value,
          ),
          related: [{ at: { field: first!, part: 'whole' }, message: t('It is given here first.') }],
          data: undefined,
        });
      }
    }
  },
});

function contradicts(field: Field, first: Field, spec: FieldSpec, fields: readonly Field[]): boolean {
  // The placeholder that still stands has a rule of its own.
  if (field.value === spec.placeholder || isTableHead(field, fields)) return false;
  // One key twice is a fault of the YAML, which has a rule of its own.
  if (field.dialect === first.dialect) return field.dialect !== 'front-matter' || field.name !== first.name;
  return field.value !== '' && first.value !== '' && !isMirror(field.value, first.value, spec);
}

/** A table without a head such as `Field | Value` may have `Version | Changes` for one. */
function isTableHead(field: Field, fields: readonly Field[]): boolean {
  return field.dialect === 'table' && fields[field.ordinal - 1]?.dialect !== 'table';
}

/** Whether one value says what the other says, perhaps with a remark behind it. */
function isMirror(one: string, other: string, spec: FieldSpec): boolean {
  const [a, b] = [essence(one, spec), essence(other, spec)];
  if (spec.kind === 'date' || spec.kind === 'version' || spec.kind === 'id') return a === b;
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

function essence(value: string, spec: FieldSpec): string {
  const line = firstLineOf(value);
  if (spec.kind === 'status') return foldWords(statusOf(value, spec) ?? value);
  if (spec.kind === 'date') return isoDateIn(line) ? line.slice(0, 10) : (readDate(line) ?? foldWords(line));
  if (spec.kind === 'version' || spec.kind === 'id') return numbersOf(line) || foldWords(line);
  return foldWords(value);
}

/** The numbers of a version or an id, whatever stands between them; `2` and `2.0` are one. */
function numbersOf(value: string): string {
  const numbers = value.replace(/[([–—].*$/u, '').match(/\d+/gu) ?? [];
  return numbers
    .map(Number)
    .join('.')
    .replace(/(?:\.0)+$/u, '');
}
