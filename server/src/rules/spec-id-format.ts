import { t } from '@vscode/l10n';
import type { Field } from '../model/document-shape';
import { firstId, fitsIdPattern, readIdPattern, readLooseId, type IdPattern } from '../template/id-pattern';
import { fieldFor } from '../template/phase';
import { readDocumentId } from '../template/spec-id';
import { firstLineOf } from '../text/line';
import { defineWorkspaceRule } from './engine/rule';
import { isUnfilled } from './engine/unfilled';
import { valueLine } from './engine/value-line';

interface Data {
  readonly field: Field;
  readonly value: string;
  readonly pattern: IdPattern;
  /** The next free id; undefined where it is not known which are taken. */
  readonly next: string | undefined;
}

export default defineWorkspaceRule<Data, never>({
  id: 'spec-id-format',
  severity: { draft: 'warning', review: 'error', approved: 'error' },
  fix: 'safe',
  waitsForLine: true,
  reads: [],
  docs: {
    what: 'The id is not in the form that the template shows, such as TS-YYYY-NNN. A remark behind it is allowed.',
    why: 'Other documents refer to a spec by its id, and one in another form is not found.',
    remedy: 'Write the id as the template shows it, with a number that no other spec has.',
  },
  check({ shape, schema, workspace, host }, report) {
    for (const spec of schema.fields.filter(({ kind }) => kind === 'id')) {
      const field = fieldFor(shape, spec);
      const pattern = readIdPattern(spec.placeholder);
      const value = firstLineOf(field?.value ?? '');
      if (!field || !pattern || value === spec.placeholder || value === pattern.shown) continue;
      if (isUnfilled(value) || fitsIdPattern(pattern, value)) continue;
      const first = readDocumentId(firstId(pattern, host.clock.today()));
      report({
        at: { field, part: 'value' },
        message: t(
          '"{0}" is no id in the form {1}, by which other documents find this one. Write it like {2}.',
          value,
          pattern.shown,
          pattern.example,
        ),
        data: {
          field,
          value,
          pattern,
          next: first && workspace.isComplete() ? workspace.nextId(first) : undefined,
        },
      });
    }
  },
  fixes({ spec }, { field, value, pattern, next }) {
    const { start, end } = valueLine(spec.model, field);
    const loose = readLooseId(pattern, value);
    if (loose) {
      const span = { start, end: start + loose.written.length };
      return [
        { title: t('Write the id as {0}', loose.normalized), edits: [{ span, newText: loose.normalized }] },
      ];
    }
    if (next === undefined) return [];
    // Others may refer to the id as it is, so a person has to look.
    const edits = [{ span: { start, end }, newText: next }];
    return [{ title: t('Use the next free id {0}', next), edits, isUnsafe: true }];
  },
});
