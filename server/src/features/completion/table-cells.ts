import { t } from '@vscode/l10n';
import { isRevisionSpec } from '../../rules/engine/revision-table';
import { nextId } from '../../rules/engine/requirement-numbers';
import { escapeCell } from '../../rules/engine/table-edits';
import { versionField } from '../../template/known-fields';
import { namesPeople } from '../../workspace/index/seen';
import type { Completion, CompletionSource } from './completion';
import { columnChoices } from './column-choices';
import type { Cursor } from './cursor';
import { inShort, knownRequirements } from './known-requirements';
import { columnSpec, isOfFields, tableOfRow, textsIn, type TableAt } from './table-at';
import { asCompletions, type ValuePlace } from './typed-value';
import type { Value } from './values/asked';
import { valuesFor } from './values/values-for';
import { newestRevision, versionsAfter } from './values/versions';

const PIPE = /(?<!\\)\|/gu;
const DATE = /\b(?:date|deadline)\b|^(?:due|when)$/u;
const REQUIREMENT =
  /^(?:requirements?(?: ids?)?|req(?: ids?)?|(?:fr|nfr)s?|covers|verifies|validates|satisfies|traces? to)$/u;

/** The values that fit the column of a table in which the cursor is. */
export const tableCells: CompletionSource = { triggers: '|-', offer };

function offer(cursor: Cursor): Completion[] {
  const table = tableOfRow(cursor);
  if (!table || isOfFields(cursor.spec, table)) return [];
  const whole = cellAt(cursor, table);
  if (!whole) return [];
  const cell = namesRequirements(table, whole.column)
    ? { ...whole, place: oneOfSeveral(whole.place) }
    : whole;
  const values = cellValues(cursor, table, cell.column, cell.place.present);
  const { typed } = cell.place;
  const { trigger } = cursor.request;
  const fits = ({ value }: Value) => trigger === '|' || (typed !== '-' && value.startsWith(typed));
  // A pipe typed within a cell parts it, and what stands behind it is there already.
  if (trigger === '|' && cell.place.present !== '') return [];
  return asCompletions(cell.place, trigger === undefined ? values : values.filter(fits));
}

/** The column of the cursor, from 0, and the place between the pipes around it. */
function cellAt(
  { before, after, line }: Cursor,
  { fact }: TableAt,
): { column: number; place: ValuePlace } | undefined {
  const pipes = [...before.matchAll(PIPE)];
  const column = pipes.length - (/^[ \t]*\|/u.test(before) ? 1 : 0);
  if (column < 0 || column >= fact.columns.length) return undefined;
  const from = (pipes.at(-1)?.index ?? -1) + 1;
  const source = before + after;
  const pipe = new RegExp(PIPE).exec(after);
  const to = pipe ? before.length + pipe.index : source.length;
  const blanks = /^[ \t]*/u.exec(source.slice(from, to))![0].length;
  const start = Math.min(from + blanks, before.length);
  const end = Math.max(before.length, from + source.slice(from, to).trimEnd().length);
  const isLast = column === fact.columns.length - 1;
  const place = {
    span: { start: line.start + start, end: line.start + end },
    typed: before.slice(start),
    present: source.slice(start, end),
    before: start > from || from === 0 ? '' : ' ',
    behind: pipe ? (end === to ? ' ' : '') : isLast ? ' |' : end === to ? ' ' : '',
    write: escapeCell,
  };
  return { column, place };
}

/** Whether the rows of a column refer to requirements, of which a cell may name several. */
function namesRequirements({ fact }: TableAt, column: number): boolean {
  return column > 0 && REQUIREMENT.test(fact.columns[column]!);
}

/** The place of that of several ids at which the cursor is; the others stay. */
function oneOfSeveral(place: ValuePlace): ValuePlace {
  const { span, typed, present } = place;
  const before = /^.*(?:[,;&/]|\band\b|<br\s*\/?>)[ \t]*/iu.exec(typed)?.[0].length ?? 0;
  const behind =
    /[ \t]*(?:[,;&/]|\band\b|<br\s*\/?>).*$/iu.exec(present.slice(typed.length))?.[0].length ?? 0;
  return {
    ...place,
    span: { start: span.start + before, end: span.end - behind },
    typed: typed.slice(before),
    present: present.slice(before, present.length - behind),
    behind: behind > 0 ? '' : place.behind,
  };
}

function cellValues(cursor: Cursor, table: TableAt, column: number, value: string): Value[] {
  const folded = table.fact.columns[column]!;
  const spec = columnSpec(table, column);
  if (namesRequirements(table, column)) return references(cursor);
  const id = column === 0 ? nextIdIn(cursor, table) : undefined;
  if (id !== undefined) return [{ value: id, kind: 'requirement', detail: t('next') }];
  if (folded === 'version' && table.spec && isRevisionSpec(table.spec))
    return revisionVersions(cursor, table, column);
  const isName = folded === 'name' && table.fact.columns.includes('role');
  const values = valuesFor(cursor, {
    folded: isName ? 'owner' : folded,
    choices: spec?.choices,
    isDate: !namesPeople(folded) && (spec?.isDate === true || DATE.test(folded)),
    isVersion: false,
    isOwnId: false,
    placeholder: '',
    value,
  });
  return values.length > 0 && !spec?.choices ? values : columnChoices(table, column);
}

function references(cursor: Cursor): Value[] {
  return knownRequirements(cursor).map(({ id, text, path }) => ({
    value: id,
    kind: 'requirement',
    detail: text === undefined ? path : inShort(text, id),
  }));
}

/** The next id, where the first column numbers the rows by ids. */
export function nextIdIn({ spec }: Pick<Cursor, 'spec'>, table: TableAt): string | undefined {
  const samples = table.spec?.columns[0]?.samples ?? [];
  const ids = [...textsIn(table, 0), ...samples].map(
    (text) => /^([A-Z][A-Z0-9]*(?:-[A-Z]+)*)-\d+$/u.exec(text)?.[1],
  );
  const prefix = ids.find((found) => found !== undefined);
  return prefix === undefined ? undefined : nextId(prefix, spec.model.content);
}

/** The version that the metadata states, where no revision has it, and those that may follow the newest revision. */
function revisionVersions({ spec }: Cursor, table: TableAt, column: number): Value[] {
  const stated = versionField(spec.model.shape, spec.schema)?.value;
  const versions = textsIn(table, column);
  const newest = newestRevision(spec);
  const isNew = stated !== undefined && /^v?\d+\.\d+/iu.test(stated) && !versions.includes(stated);
  const own: Value[] = isNew ? [{ value: stated, kind: 'value', detail: t('of the document') }] : [];
  return [
    ...own,
    ...(newest === undefined ? [] : versionsAfter(newest)).filter(({ value }) => value !== stated),
  ];
}
