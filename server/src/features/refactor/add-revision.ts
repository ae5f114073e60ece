import { t } from '@vscode/l10n';
import type { RowFact } from '../../model/table';
import { isoDateIn } from '../../rules/engine/date';
import { isOpenCell } from '../../rules/engine/open-cell';
import { revisionTables, type RevisionTable } from '../../rules/engine/revision-table';
import { delimiterRow, escapeCell } from '../../rules/engine/table-edits';
import { tableInText, type TableInText } from '../../rules/engine/whole-table';
import { AUTHOR } from '../../rules/engine/author-name';
import { compareVersions, versionNumber } from '../../template/version';
import { dominantEol, firstLineOf, lineEnd, lineStart } from '../../text/line';
import type { TextEdit } from '../../text/edit';
import type { Spec } from '../../workspace/spec';
import { touch } from '../../text/span';
import { nextVersions } from '../next-versions';
import type { RefactorContext, Refactoring, RefactoringProvider } from './refactoring';
import { followRevision, statedVersion } from './follow-revision';
import { rowFor } from './table-layout';

const kind = 'refactor.insert.revision';
const ISO_LENGTH = 'YYYY-MM-DD'.length;

/** Adds a revision of today to the history, and has the version and the date of the document follow. */
export const addRevision: RefactoringProvider = { kind, offer };

function offer(context: RefactorContext): Refactoring[] {
  const { spec, span, isAskedFor } = context;
  const { model, alignment } = spec;
  if (spec.wrapper) return [];
  const [table, ...others] = revisionTables(model.content, alignment);
  const place = table && tableInText(model, table.index);
  if (!table || !place || others.length > 0 || table.date < 0) return [];
  const end = place.rows.at(-1)?.span.end ?? place.headerRow.span.end;
  if (!isAskedFor && !touch({ start: place.headerRow.span.start, end }, span)) return [];
  const history = readHistory(table, place, context.clock.today());
  if (!history) return [];
  if (table.version < 0) {
    // Without versions nothing would tell a second one of the day from the first.
    if (history.newest.cells[table.date]!.text.startsWith(context.clock.today())) return [];
    const edits = edit(context, table, place, history, undefined);
    return [{ title: t('Add a revision of today'), kind, edits }];
  }
  const versions = history.filled.map((row) => versionNumber(row.cells[table.version]?.text ?? ''));
  const stated = statedVersion(spec);
  const known = [...versions, ...(stated ? [stated.numbers] : [])].filter((each) => each !== undefined);
  if (versions.includes(undefined) || known.length === 0) return [];
  const newest = known.sort(compareVersions).at(-1)!;
  return nextVersions(newest).map(({ step, version }) => ({
    title: t('Add revision {0} of today ({1})', version, step),
    kind,
    edits: edit(context, table, place, history, version),
  }));
}

interface History {
  readonly filled: readonly RowFact[];
  /** The row that is like the new one. */
  readonly newest: RowFact;
  readonly onTop: boolean;
  /** A row of the template that waits to be filled in. */
  readonly open: RowFact | undefined;
}

/** Undefined where it cannot be told where the next revision belongs. */
function readHistory(
  { date, version, fact }: RevisionTable,
  { rows }: TableInText,
  today: string,
): History | undefined {
  const isOpen = ({ cells }: RowFact) => isOpenCell(cells[date]?.text ?? '');
  const filled = rows.filter((row) => !isOpen(row));
  const [open, ...more] = rows.filter(isOpen);
  const [first, last] = [filled[0], filled.at(-1)];
  const dates = filled.map(({ cells }) => cells[date]?.text ?? '');
  const isUsable = rows.every(({ cells }) => cells.length === fact.columns.length) && dates.every(isoDateIn);
  if (
    !first ||
    !last ||
    more.length > 0 ||
    !isUsable ||
    dates.some((day) => day.slice(0, ISO_LENGTH) > today)
  )
    return undefined;
  // What the author has begun to write is not to be written over.
  const isUntouched = open?.cells.every(
    ({ text }, column) => column === version || isOpenCell(text) || text === '',
  );
  if (open && !isUntouched) return undefined;
  const numbers = [first, last].map(({ cells }) => versionNumber(cells[version]?.text ?? ''));
  const order =
    (numbers[0] && numbers[1] ? compareVersions(numbers[0], numbers[1]) : 0) ||
    (dates[0]! > dates.at(-1)! ? 1 : -1);
  const onTop = order > 0;
  return { filled, newest: onTop ? first : last, onTop, open };
}

function edit(
  { spec, clock, author }: RefactorContext,
  table: RevisionTable,
  place: TableInText,
  { newest, onTop, open, filled }: History,
  version: string | undefined,
): TextEdit[] {
  const { model } = spec;
  const { text } = model.tree;
  const today = clock.today();
  const cells = newest.cells.map((cell, column) => {
    const source = text.slice(cell.span.start, cell.span.end);
    if (column === table.date) return source.replace(/\d{4}-\d{2}-\d{2}.*?(?=[*_`]*$)/u, today);
    if (column === table.version && version !== undefined)
      return source.replace(/\d+(?:\.\d+)*.*?(?=[*_`]*$)/u, version);
    const sample = sampleOf(table, column);
    if (column === table.author)
      return escapeCell(author || authorOf(spec, cell.text) || (sample ?? '[Name]'));
    return column === table.changes ? escapeCell(sample ?? '[What changed and why]') : '';
  });
  const { row, edits: others } = rowFor(text, place, cells);
  const follow = followRevision(spec, {
    version,
    today,
    newest: newest.cells[table.date]!.text.slice(0, ISO_LENGTH),
    isFirst: filled.length === 1,
  });
  if (open) {
    const span = { start: lineStart(text, open.span.start), end: lineEnd(text, open.span.start) };
    return [...follow, ...others.filter((each) => each.span.start !== span.start), { span, newText: row }];
  }
  const above = onTop ? delimiterRow(text, place.headerRow)?.span : place.rows.at(-1)!.span;
  if (!above) return [];
  const at = lineEnd(text, above.start);
  return [...follow, ...others, { span: { start: at, end: at }, newText: dominantEol(text) + row }];
}

/** What the template has in a column for the author to fill in. */
function sampleOf({ spec, fact }: RevisionTable, column: number): string | undefined {
  const own = spec.columns.find(({ folded }) => folded === fact.columns[column]);
  return own?.samples.find((text) => isOpenCell(text));
}

/** @param known how the revision before names its author, which the metadata may do at more length */
function authorOf({ model }: Spec, known: string): string {
  const field = model.shape.fields.find(({ folded }) => AUTHOR.test(folded));
  const name = firstLineOf(field?.value ?? '');
  if (isOpenCell(name)) return '';
  return known !== '' && name.startsWith(known) ? known : name;
}
