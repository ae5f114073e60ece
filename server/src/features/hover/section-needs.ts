import { t } from '@vscode/l10n';
import type { Section } from '../../model/section';
import type { Slot } from '../../template/schema';
import type { TableSpec } from '../../template/table-spec';
import type { Spec } from '../../workspace/spec';
import { listed, sentence, type Inline } from './hover-text';

/** What the template has in a section beside words, one line each. */
export function sectionNeeds({ alignment }: Spec, section: Section, slot: Slot): Inline[][] {
  const { tables, fences, tasks, idPrefixes } = slot.content;
  const missing = new Set(alignment.missing.filter(({ under }) => under === section).map((gap) => gap.slot));
  return [
    ...(idPrefixes.length > 0 ? [numbered(idPrefixes)] : []),
    ...different(tables, columnsOf).map(tableLine),
    ...different(fences, ({ language }) => language ?? '').map(({ language }) => fenceLine(language)),
    ...(tasks.length > 0 ? [[t('a list of tasks')]] : []),
    ...slot.children.map((child) => childLine(child, missing.has(child))),
  ];
}

function numbered(prefixes: readonly string[]): Inline[] {
  return sentence(t('items with ids: {0}'), listed(prefixes.map((prefix) => ({ code: `${prefix}-1` }))));
}

function tableLine({ columns }: TableSpec): Inline[] {
  return sentence(t('a table with the columns {0}'), columns.map(({ title }) => title).join(', '));
}

function columnsOf({ columns }: TableSpec): string {
  return columns.map(({ folded }) => folded).join('|');
}

function fenceLine(language: string | undefined): Inline[] {
  return language === undefined ? [t('a block of code')] : sentence(t('a block of {0}'), { code: language });
}

function childLine({ title, requirement, repeat, minimum }: Slot, isMissing: boolean): Inline[] {
  const name = { bold: title };
  const there = isMissing ? ` – ${t('not there yet')}` : '';
  if (repeat && minimum > 0)
    return [...sentence(t('the section {0} ({1} at least)'), name, String(minimum)), there];
  if (repeat) return [...sentence(t('the section {0} (any number)'), name), there];
  if (requirement === 'required') return [...sentence(t('the section {0}'), name), there];
  return [...sentence(t('the section {0} (optional)'), name), there];
}

/** One of each kind: a repeated section shows the same table several times. */
function different<T>(list: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(list.map((item) => [key(item), item])).values()];
}
