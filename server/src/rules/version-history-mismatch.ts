import { t } from '@vscode/l10n';
import type { RowFact } from '../model/table';
import type { Field } from '../model/document-shape';
import { versionField } from '../template/known-fields';
import { dominantEol, firstLineOf, lineEnd } from '../text/line';
import { isoDateIn } from './engine/date';
import { isOpenCell } from './engine/open-cell';
import { isRevisionSpec, revisionTables, type RevisionTable } from './engine/revision-table';
import { defineContentRule } from './engine/rule';
import { delimiterRow, escapeCell, isClosed } from './engine/table-edits';
import { compareVersions, versionNumber } from '../template/version';
import { tableInText, type RowAt } from './engine/whole-table';
import { AUTHOR } from './engine/author-name';

interface Data {
  readonly version: string;
  /** The cells of the row to add; the date of the day is added last. Undefined where none is to be added. */
  readonly add:
    | {
        readonly index: number;
        readonly cells: readonly string[];
        readonly date: number;
        readonly onTop: boolean;
      }
    | undefined;
}

export default defineContentRule<Data, 'tables'>({
  id: 'version-history-mismatch',
  severity: { draft: 'hint', review: 'warning', approved: 'error' },
  fix: 'safe',
  waitsForLine: true,
  reads: ['tables'],
  docs: {
    what: 'The version of the document is another than that of the newest revision.',
    why: 'Readers cannot tell which state they have before them, nor what has changed since the one they know.',
    remedy: 'Add the revision with what changed in it, or correct the version.',
  },
  check({ shape, schema, content, alignment }, report) {
    const field = versionField(shape, schema);
    const value = firstLineOf(field?.value ?? '');
    const stated = versionNumber(value);
    const keepsVersions = schema.allSlots.some(({ content: { tables } }) =>
      tables.some(
        (table) => isRevisionSpec(table) && table.columns.some(({ folded }) => folded === 'version'),
      ),
    );
    if (!field || !stated || !keepsVersions) return;
    const [table, ...others] = revisionTables(content, alignment).filter(({ version }) => version >= 0);
    if (!table || others.length > 0) return;
    const newest = newestOf(table);
    const order = newest && compareVersions(stated, newest.numbers);
    if (!newest || !order) return;
    const listed = newest.row.cells[table.version]!;
    const version = value.replace(/^version\s+/iu, '').split(/[\s,;(]/u)[0]!;
    report({
      at: { field, part: 'value' },
      message:
        order > 0
          ? t(
              'This is version {0}, and the newest revision listed is {1}; readers cannot tell what changed since. Add the revision, or correct the version.',
              version,
              listed.text,
            )
          : t(
              'This is version {0}, and revision {1} is listed already; readers cannot tell which of the two they have. Correct one of them.',
              version,
              listed.text,
            ),
      related: [
        {
          at: { content: 'tables', index: newest.index, span: listed.span },
          message: t('The newest revision listed.'),
        },
      ],
      data: { version, add: order > 0 ? rowFor(version, table, shape.fields) : undefined },
    });
  },
  fixes({ spec: { model }, host }, { version, add }) {
    const table = add && tableInText(model, add.index);
    if (!table) return [];
    const { text } = model.tree;
    const today = host.clock.today();
    const cells = add.cells.map((cell, at) => (at === add.date ? today : escapeCell(cell)));
    const last = table.rows.at(-1)!;
    // A row of today behind one of tomorrow would be out of order, and one behind a row that is no revision no row at all.
    const isLater = (row: RowFact) =>
      isoDateIn(row.cells[add.date]?.text ?? '') && row.cells[add.date]!.text > today;
    if (last.cells.length !== add.cells.length || table.rows.some(isLater)) return [];
    const head = add.onTop ? delimiterRow(text, table.headerRow)?.span.end : lineEnd(text, last.span.start);
    if (head === undefined) return [];
    const start = text[last.span.start] === '|' ? '| ' : '';
    // An empty cell at the end of a row needs a pipe to be one.
    const end = isClosed(text, last) ? ' |' : cells.at(-1) === '' ? '|' : '';
    const newText = `${dominantEol(text)}${start}${cells.join(' | ')}${end}`;
    return [
      {
        title: t('Add revision {0} to the history', version),
        edits: [{ span: { start: head, end: head }, newText }],
      },
    ];
  },
});

/** The row with the highest version; undefined while a row has none that can be compared. A row that still waits for its date is none. */
function newestOf(table: RevisionTable): (RowAt & { numbers: readonly number[] }) | undefined {
  const known = [];
  for (const { row, index } of table.rows) {
    if (/^\[.*\]$|YYYY/u.test(row.cells[table.date]?.text ?? '')) continue;
    const numbers = versionNumber(row.cells[table.version]?.text ?? '');
    if (!numbers) return undefined;
    known.push({ row, index, numbers });
  }
  return known.sort((a, b) => compareVersions(b.numbers, a.numbers))[0];
}

/** The cells of a row for a version, written as the others are; what changed only the author knows. */
function rowFor(version: string, table: RevisionTable, fields: readonly Field[]): Data['add'] {
  const [first] = table.rows;
  const written = first!.row.cells[table.version]!.text;
  const number = version.replace(/^v/iu, '');
  const name = firstLineOf(fields.find(({ folded }) => AUTHOR.test(folded))?.value ?? '');
  const sample = (column: number) =>
    table.spec.columns
      .find(({ folded }) => folded === table.fact.columns[column])
      ?.samples.find((text) => isOpenCell(text));
  const cells = table.fact.columns.map((_, column) => {
    if (column === table.version) return /^v/iu.test(written) ? `${written[0]!}${number}` : number;
    if (column === table.author) return name === '' || isOpenCell(name) ? (sample(column) ?? '[Name]') : name;
    return column === table.changes ? (sample(column) ?? '[What changed and why]') : '';
  });
  const numbers = [table.rows[0], table.rows.at(-1)].map((at) =>
    versionNumber(at!.row.cells[table.version]?.text ?? ''),
  );
  const onTop = !!numbers[0] && !!numbers[1] && compareVersions(numbers[0], numbers[1]) > 0;
  return { index: table.index, cells, date: table.date, onTop };
}
