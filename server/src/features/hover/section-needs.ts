import type { Section } from '../../model/section';
import type { Slot } from '../../template/schema';
import type { TableSpec } from '../../template/table-spec';
import type { Spec } from '../../workspace/spec';
import type { Inline } from './hover-text';

/** What the template has in a section beside words, one line each. */
export function sectionNeeds({ alignment }: Spec, section: Section, slot: Slot): Inline[][] {
  const { tables, fences, tasks, idPrefixes } = slot.content;
  const missing = new Set(alignment.missing.filter(({ under }) => under === section).map((gap) => gap.slot));
  return [
    ...(idPrefixes.length > 0 ? [numbered(idPrefixes)] : []),
    ...different(tables, columnsOf).map(tableLine),
    ...different(fences, ({ language }) => language ?? '').map(({ language }) => fenceLine(language)),
    ...(tasks.length > 0 ? [['a list of tasks']] : []),
    ...slot.children.map((child) => childLine(child, missing.has(child))),
  ];
}

function numbered(prefixes: readonly string[]): Inline[] {
  return ['items with ids: ', ...listed(prefixes.map((prefix) => `${prefix}-1`))];
}

function tableLine({ columns }: TableSpec): Inline[] {
  return ['a table with the columns ', columns.map(({ title }) => title).join(', ')];
}

function columnsOf({ columns }: TableSpec): string {
  return columns.map(({ folded }) => folded).join('|');
}

function fenceLine(language: string | undefined): Inline[] {
  return language === undefined ? ['a block of code'] : ['a block of ', { code: language }];
}

function childLine({ title, requirement, repeat, minimum }: Slot, isMissing: boolean): Inline[] {
  const several = repeat ? (minimum > 0 ? ` (${minimum} at least)` : ' (any number)') : '';
  const optional = requirement === 'required' || repeat ? '' : ' (optional)';
  const there = isMissing ? ' – not there yet' : '';
  return ['the section ', { bold: title }, `${several}${optional}${there}`];
}

function listed(codes: readonly string[]): Inline[] {
  return codes.flatMap((code, index): Inline[] => [index === 0 ? '' : ', ', { code }]);
}

/** One of each kind: a repeated section shows the same table several times. */
function different<T>(list: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(list.map((item) => [key(item), item])).values()];
}
