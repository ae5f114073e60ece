import { t } from '@vscode/l10n';
import { foldWords } from '../../../model/fold';
import { namesPeople, peopleIn } from '../../../workspace/index/seen';
import type { Spec } from '../../../workspace/spec';
import type { ValueReader } from './asked';

/** Whoever is writing, then the people that the document names, then those of the other documents. */
export const people: ValueReader = ({ spec, request: { author, lookup } }, { folded, choices }) => {
  if (choices || !namesPeople(folded)) return [];
  const names = new Set([...(author === '' ? [] : [author]), ...peopleOf(spec), ...lookup.people()]);
  return [...names].map((value) => ({
    value,
    kind: 'person',
    detail: value === author ? t('you') : undefined,
  }));
};

/** The people that a document names in its metadata and in the columns of its tables that are for people. */
function peopleOf({ model }: Spec): string[] {
  const fields = model.shape.fields.filter(({ folded }) => namesPeople(folded));
  const cells = model.content.tables.flatMap(({ fact: { columns, rows } }) =>
    columns.flatMap((title, column) =>
      namesPeople(foldWords(title)) ? rows.map(({ cells: row }) => row[column]?.text ?? '') : [],
    ),
  );
  return [...fields.map(({ value }) => value), ...cells].flatMap(peopleIn);
}
