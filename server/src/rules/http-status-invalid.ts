import { t } from '@vscode/l10n';
import type { CellFact, TableFact } from '../model/table';
import type { Slot } from '../template/schema';
import { tableFor, type ColumnSpec } from '../template/table-spec';
import type { Span } from '../text/span';
import { HTTP_METHODS, methodMeantBy } from './engine/http-methods';
import { defineBlockRule } from './engine/rule';
import { METHOD_COLUMN, STATUS_COLUMN } from './engine/http-columns';

/** A number that fills its cell or begins it: neither a range such as `200–299` nor a class such as `4xx`. */
const STATUS = /^(\d+)(?=$|\s+[\p{L}(]|\s*[:(])/u;
/** An item about a status: `499 Foo: …`, not `1000 requests a minute`. */
const STATUS_LABEL = /^(\d{3})(?:\s+\p{Lu}[\p{L}' -]*)?\s*:/u;
/** An item of a template such as `` - `404 Not Found`: … ``. */
const STATUS_ITEM = /^[ \t]*[-*+][ \t]+`?[1-5]\d\d(?:[ :`])/mu;
/** A line of a template's sample such as `- 404: …`. */
const STATUS_LINE = /^[ \t]*[-*+][ \t]+(\d+)(?=:[ \t])/gmu;

export default defineBlockRule({
  id: 'http-status-invalid',
  severity: { draft: 'warning', review: 'warning', approved: 'warning' },
  fix: 'none',
  waitsForLine: true,
  docs: {
    what: 'A status code or a method does not exist in HTTP: a code outside 100 to 599, or a method with a slip of the keys.',
    why: 'Clients are written from the list, and no server can send such an answer or be called so.',
    remedy: 'Write the code or the method that is meant.',
  },
  check({ facts, prose, slotAt }, report) {
    const reportStatus = (at: Span, status: string, slot: Slot | undefined) =>
      report({
        at,
        message: t(
          'HTTP has no status {0}: codes go from 100 to 599, and no client can handle another. Write the one that is meant.',
          status,
        ),
        slot,
        data: undefined,
      });
    for (const table of facts.tables) {
      const slot = slotAt(table.span.start);
      for (const { span, text } of wrongStatuses(table, slot))
        reportStatus(span, STATUS.exec(text)![1]!, slot);
      for (const { cell, meant } of wrongMethods(table, slot)) {
        report({
          at: cell.span,
          message: t(
            'HTTP has no method "{0}", so nobody can make this call. Did you mean {1}?',
            cell.text,
            meant,
          ),
          slot,
          data: undefined,
        });
      }
    }
    for (const item of facts.items) {
      const slot = slotAt(item.span.start);
      const status = slot && STATUS_ITEM.test(slot.body) ? STATUS_LABEL.exec(item.text)?.[1] : undefined;
      if (status === undefined || !isWrong(status)) continue;
      const text = prose.find(({ span }) => span.start === item.span.start)?.text ?? '';
      // A code span is blanked out in prose.
      const length = /^\0+/u.exec(text)?.[0].length ?? status.length;
      reportStatus({ start: item.span.start, end: item.span.start + length }, status, slot);
    }
    for (const { code, codeSpan, span } of facts.fences) {
      const slot = slotAt(span.start);
      if (codeSpan.end - codeSpan.start !== code.length) continue;
      if (!slot?.content.fences.some((fence) => fence.code.match(STATUS_LINE))) continue;
      for (const match of code.matchAll(STATUS_LINE)) {
        if (!isWrong(match[1]!)) continue;
        const start = codeSpan.start + match.index + match[0].length - match[1]!.length;
        reportStatus({ start, end: start + match[1]!.length }, match[1]!, slot);
      }
    }
  },
});

/** Cells of a table of statuses that hold none; where no row holds one, the codes are the author's own. */
function wrongStatuses(table: TableFact, slot: Slot | undefined): CellFact[] {
  const cells = cellsUnder(table, slot, ({ folded, samples }) => {
    return STATUS_COLUMN.test(folded) && samples.some((sample) => /^[1-5]\d\d\b/u.test(sample));
  });
  const numbered = cells.filter(({ text }) => STATUS.test(text));
  const wrong = numbered.filter(({ text }) => isWrong(STATUS.exec(text)![1]!));
  return wrong.length * 2 <= numbered.length ? wrong : [];
}

/** Cells of a column of methods that hold a method with a slip; other words may be another protocol's. */
function wrongMethods(table: TableFact, slot: Slot | undefined): { cell: CellFact; meant: string }[] {
  const cells = cellsUnder(table, slot, ({ folded, samples }) => {
    return METHOD_COLUMN.test(folded) && samples.some((sample) => /\bGET\b/u.test(sample));
  });
  if (!cells.some(({ text }) => HTTP_METHODS.has(text.toUpperCase()))) return [];
  return cells.flatMap((cell) => {
    const meant = /^\p{L}+$/u.test(cell.text) ? methodMeantBy(cell.text) : undefined;
    return meant ? [{ cell, meant }] : [];
  });
}

function cellsUnder(
  table: TableFact,
  slot: Slot | undefined,
  isMeant: (column: ColumnSpec) => boolean,
): CellFact[] {
  const spec = tableFor(slot?.content.tables ?? [], table.columns)?.columns.find(isMeant);
  const column = spec ? table.columns.indexOf(spec.folded) : -1;
  return column < 0 ? [] : table.rows.flatMap(({ cells }) => cells[column] ?? []);
}

function isWrong(status: string): boolean {
  return Number(status) < 100 || Number(status) > 599;
}
