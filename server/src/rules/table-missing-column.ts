import { t } from '@vscode/l10n';
import { tableFor, type ColumnSpec, type TableSpec } from '../template/table-spec';
import { isOpenCell } from './engine/open-cell';
import { defineContentRule } from './engine/rule';
import { insertColumns, type NewColumn } from './engine/table-edits';
import { tableInText } from './engine/whole-table';

/** Titles that ask one question; the author may prefer any of them. */
const EQUALS: readonly (readonly string[])[] = [
  ['likelihood', 'probability', 'chance'],
  ['impact', 'severity'],
  ['mitigation', 'response', 'countermeasure', 'contingency'],
  ['rationale', 'reason', 'why', 'justification'],
  ['owner', 'assignee', 'responsible', 'who'],
  ['due date', 'deadline', 'when', 'by when'],
  ['changes', 'description', 'summary', 'notes', 'what changed'],
];

/** What is missing behind one column of the document's table. */
interface Gap {
  readonly after: number;
  readonly columns: readonly NewColumn[];
}

export default defineContentRule<{ index: number; gaps: readonly Gap[] }, 'tables'>({
  id: 'table-missing-column',
  severity: { draft: 'info', review: 'warning', approved: 'warning' },
  fix: 'safe',
  waitsForLine: true,
  reads: ['tables'],
  docs: {
    what: "A table lacks a column that the template's table has. One in its place under another title is taken for it.",
    why: 'What the column asks stays unanswered in every row, and nobody sees that it does.',
    remedy: 'Add the column and fill it in.',
  },
  check({ content, alignment }, report) {
    const answers = content.tables.flatMap(({ fact, section }, index) => {
      const slot = alignment.slots[section];
      const spec = fact.headerRow && slot && tableFor(slot.content.tables, fact.columns);
      return spec && !isMatrix(spec) ? [{ fact, index, section, slot, spec }] : [];
    });
    const bySection = new Map<number, typeof answers>();
    for (const answer of answers) {
      const known = bySection.get(answer.section);
      if (known) known.push(answer);
      else bySection.set(answer.section, [answer]);
    }
    for (const { fact, index, section, slot, spec } of answers) {
      // The columns of one table may be spread over several of the same section.
      const others = bySection.get(section)!.filter((other) => other.spec === spec);
      const known = new Set(others.flatMap((other) => other.fact.columns));
      const missing = spec.columns.filter(
        (column) => !known.has(column.folded) && !/^\[/u.test(column.title) && column.folded !== '',
      );
      const certain = missing.filter((column) => !isRenamed(column, spec, fact.columns));
      if (certain.length === 0) continue;
      const titles = certain.map(({ title }) => t('"{0}"', title)).join(', ');
      report({
        at: { content: 'tables', index, span: fact.headerRow!.span },
        message:
          certain.length > 1
            ? t(
                "This table has no columns {0}, which the template's has, so no row says anything of them. Add the columns and fill in the rows.",
                titles,
              )
            : t(
                "This table has no column {0}, which the template's has, so no row says anything of it. Add the column and fill in the rows.",
                titles,
              ),
        slot,
        data: { index, gaps: gapsOf(certain, spec, fact.columns) },
      });
    }
  },
  fixes({ spec: { model } }, { index, gaps }) {
    const table = tableInText(model, index);
    if (!table) return [];
    const edits = gaps.map(({ after, columns }) => insertColumns(model.tree.text, table, after, columns));
    if (edits.includes(undefined)) return [];
    const titles = gaps.flatMap(({ columns }) => columns.map(({ title }) => t('"{0}"', title)));
    return [
      {
        title:
          titles.length > 1
            ? t('Add the columns {0}', titles.join(', '))
            : t('Add the column {0}', titles[0]!),
        // Blank cells ask for nothing, and rules about risks and decisions would report each of them.
        isUnsafe: gaps.some(({ columns }) => columns.some(({ cell }) => cell === '')),
        edits: edits.flatMap((some) => some ?? []),
      },
    ];
  },
});

/** Whether the columns of a table are entries of a matrix, which the author names: roles against what they may do. */
function isMatrix({ columns }: TableSpec): boolean {
  const [first, ...others] = columns;
  return (first?.samples ?? []).some((_, row) => {
    const entries = others.map(({ samples }) => samples[row]!).filter((sample) => sample !== '');
    return entries.some((entry) => entries.filter((other) => other === entry).length >= 3);
  });
}

/** Whether a column of the author's stands in the place of a column of the template, or asks the same. */
function isRenamed(missing: ColumnSpec, { columns }: TableSpec, present: readonly string[]): boolean {
  const isOwn = (title: string | undefined) =>
    title !== undefined && !columns.some(({ folded }) => folded === title);
  if (present.some((title) => isOwn(title) && isAlike(title, missing.folded))) return true;
  const at = columns.indexOf(missing);
  const places = (list: readonly ColumnSpec[]) =>
    list.map(({ folded }) => present.indexOf(folded)).filter((place) => place >= 0);
  const before = places(columns.slice(0, at)).at(-1)!;
  const [behind] = places(columns.slice(at + 1));
  return isOwn(present[before + 1]) || (behind !== undefined && isOwn(present[behind - 1]));
}

function isAlike(a: string, b: string): boolean {
  const words = b.split(' ');
  if (a.split(' ').some((word) => word.length > 3 && words.includes(word))) return true;
  return EQUALS.some((group) => group.includes(b) && group.some((title) => ` ${a} `.includes(` ${title} `)));
}

/** Each missing column behind the nearest before it that is there; a table that answers has the first. */
function gapsOf(missing: readonly ColumnSpec[], { columns }: TableSpec, present: readonly string[]): Gap[] {
  const gaps = new Map<number, NewColumn[]>();
  for (const column of missing) {
    const earlier = columns.slice(0, columns.indexOf(column)).map(({ folded }) => present.indexOf(folded));
    const after = earlier.filter((place) => place >= 0).at(-1)!;
    const cell = column.samples.find(isOpenCell) ?? '';
    gaps.set(after, [...(gaps.get(after) ?? []), { title: column.title, cell }]);
  }
  return Array.from(gaps, ([after, added]) => ({ after, columns: added }));
}
