import { t } from '@vscode/l10n';
import { foldWords } from '../model/fold';
import { isoDateIn } from './engine/date';
import { revisionTables, type RevisionTable } from './engine/revision-table';
import { defineContentRule } from './engine/rule';
import { rowEnd } from './engine/table-edits';
import { compareVersions, versionNumber } from '../template/version';
import { tableInText, type RowAt } from './engine/whole-table';

/** Rows to be sorted: the first slice of their table, and the old numbers of the rows in their new order. */
interface Sorting {
  readonly index: number;
  readonly order: readonly number[];
}

export default defineContentRule<Sorting | undefined, 'tables'>({
  id: 'revision-order',
  severity: { draft: 'info', review: 'warning', approved: 'warning' },
  fix: 'safe',
  waitsForLine: true,
  reads: ['tables'],
  docs: {
    what: 'The revisions are not in the order of their dates, upwards or downwards, or one is listed twice.',
    why: 'Readers take the last or first row for what the document is now.',
    remedy: 'Sort the rows by date, and give each revision a version of its own.',
  },
  check({ content, alignment }, report) {
    for (const table of revisionTables(content, alignment)) {
      const slot = alignment.slots[table.section];
      for (const { row, index } of repeatedRows(table)) {
        const version = row.cells[table.version]?.text;
        report({
          at: { content: 'tables', index, span: row.span },
          message: version
            ? t(
                'Version {0} is listed twice, so nobody can tell which of the two is meant. Give each revision a version of its own, or remove one.',
                version,
              )
            : t('This revision is listed twice. Remove one of the two.'),
          slot,
          data: undefined,
        });
      }
      const dates = table.rows.map(({ row }) => dateIn(row.cells[table.date]?.text));
      if (dates.includes(undefined)) continue;
      const order = sorted(dates as string[]);
      const first = table.rows.find((_, at) => at > 0 && breaks(dates as string[], at, order));
      if (!first) continue;
      report({
        at: { content: 'tables', index: first.index, span: first.row.span },
        message: t(
          'The date of this revision is out of order, so readers may take an older state for the newest. Sort the rows by date, or correct the date.',
        ),
        slot,
        data: agreesWithVersions(table, order) ? { index: table.index, order } : undefined,
      });
    }
  },
  fixes({ spec: { model } }, sorting) {
    const table = sorting && tableInText(model, sorting.index);
    if (!table) return [];
    const { text } = model.tree;
    const spans = table.rows.map((row) => ({ start: row.span.start, end: rowEnd(text, row) }));
    const lines = spans.map(({ start, end }) => text.slice(start, end));
    const edits = spans
      .map((span, at) => ({ span, newText: lines[sorting.order[at]!]! }))
      .filter(({ newText }, at) => newText !== lines[at]);
    return [{ title: t('Sort the revisions by date'), edits }];
  },
});

function dateIn(text = ''): string | undefined {
  return isoDateIn(text) ? text.slice(0, 10) : undefined;
}

/** The rows in the order of their dates, in the direction that most of them go; rows of one day stay as they are. */
function sorted(dates: readonly string[]): number[] {
  const pairs = dates.slice(1).map((date, at) => Math.sign(compare(dates[at]!, date)));
  const balance = pairs.reduce((sum, sign) => sum + sign, 0) || compare(dates[0] ?? '', dates.at(-1) ?? '');
  const direction = balance > 0 ? -1 : 1;
  return dates.map((_, at) => at).sort((a, b) => direction * compare(dates[a]!, dates[b]!) || a - b);
}

/** Whether the row number `at` steps back in the direction that the sorted rows go. */
function breaks(dates: readonly string[], at: number, order: readonly number[]): boolean {
  const direction = compare(dates[order[0]!]!, dates[order.at(-1)!]!);
  return direction * compare(dates[at - 1]!, dates[at]!) < 0;
}

/** Whether no version falls where dates rise. Where one does, it is rather a date that is wrong, and no row. */
function agreesWithVersions({ rows, version }: RevisionTable, order: readonly number[]): boolean {
  const versions = order.map((at) => versionNumber(rows[at]!.row.cells[version]?.text ?? ''));
  const known = versions.filter((numbers) => numbers !== undefined);
  const signs = known.slice(1).map((numbers, at) => Math.sign(compareVersions(known[at]!, numbers)));
  return new Set(signs.filter((sign) => sign !== 0)).size <= 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rows with the version of a row before them and another date, or with all that a row before them has. */
function repeatedRows({ rows, version, date }: RevisionTable): RowAt[] {
  const days = new Map<string, string>();
  const seen = new Set<string>();
  return rows.filter(({ row: { cells } }) => {
    const day = dateIn(cells[date]?.text);
    if (!day) return false;
    const whole = cells.map(({ text }) => foldWords(text)).join('|');
    // 1.0 and 1.0.0 are one version.
    const number = versionNumber(cells[version]?.text ?? '')
      ?.join('.')
      .replace(/(?:\.0)+$/u, '');
    const first = number === undefined ? day : (days.get(number) ?? day);
    const isRepeated = seen.has(whole) || first !== day;
    seen.add(whole);
    if (number !== undefined) days.set(number, first);
    return isRepeated;
  });
}
