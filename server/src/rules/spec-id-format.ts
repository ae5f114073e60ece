import type { Field } from '../model/document-shape';
import { fitsIdPattern, nextId, readIdPattern, readLooseId, type IdPattern } from '../template/id-pattern';
import { fieldFor } from '../template/phase';
import { firstLineOf } from '../text/line';
import { defineDocumentRule } from './engine/rule';
import { isUnfilled } from './engine/unfilled';
import { valueLine } from './engine/value-line';

export default defineDocumentRule<{ field: Field; value: string; pattern: IdPattern }>({
  id: 'spec-id-format',
  severity: { draft: 'warning', review: 'error', approved: 'error' },
  fix: 'safe',
  waitsForLine: true,
  docs: {
    what: 'The id is not in the form that the template shows, such as TS-YYYY-NNN. A remark behind it is allowed.',
    why: 'Other documents refer to a spec by its id, and one in another form is not found.',
    remedy: 'Write the id as the template shows it, with a number that no other spec has.',
  },
  check({ shape, schema }, report) {
    for (const spec of schema.fields.filter(({ kind }) => kind === 'id')) {
      const field = fieldFor(shape, spec);
      const pattern = readIdPattern(spec.placeholder);
      const value = firstLineOf(field?.value ?? '');
      if (!field || !pattern || value === spec.placeholder || value === pattern.shown) continue;
      if (isUnfilled(value) || fitsIdPattern(pattern, value)) continue;
      report({
        at: { field, part: 'value' },
        message: `"${value}" is no id in the form ${pattern.shown}, by which other documents find this one. Write it like ${pattern.example}.`,
        data: { field, value, pattern },
      });
    }
  },
  fixes({ spec, host }, { field, value, pattern }) {
    const { start, end } = valueLine(spec.model, field);
    const loose = readLooseId(pattern, value);
    if (loose) {
      const span = { start, end: start + loose.written.length };
      return [{ title: `Write the id as ${loose.normalized}`, edits: [{ span, newText: loose.normalized }] }];
    }
    // Which ids the other documents have is not known here, so a person has to look.
    const id = nextId(pattern, [], host.clock.today());
    return [
      { title: `Use the next free id ${id}`, edits: [{ span: { start, end }, newText: id }], isUnsafe: true },
    ];
  },
});
