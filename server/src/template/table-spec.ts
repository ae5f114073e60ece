import { parseChoices } from '../model/choices';
import type { TableFact } from '../model/table';

/** One column of a template's table. */
export interface ColumnSpec {
  /** As the template has it. */
  readonly title: string;
  readonly folded: string;
  /** The values to choose from, where every cell of the template in this column lists the same. */
  readonly choices: readonly string[] | undefined;
  /** Whether the template waits for a date in it. */
  readonly isDate: boolean;
  /** What the template has in its cells, row by row. */
  readonly samples: readonly string[];
}

/** A table of a template. */
export interface TableSpec {
  readonly columns: readonly ColumnSpec[];
}

/** Compiles a table of a template. */
export function compileTable({ header, columns, rows }: TableFact): TableSpec {
  return {
    columns: header.map((title, index) => {
      const samples = rows.map(({ cells }) => cells[index]?.text ?? '');
      return {
        title,
        folded: columns[index]!,
        choices: commonChoices(samples),
        isDate: samples.some((cell) => /YYYY-MM-DD|^\[Date\]$/iu.test(cell)),
        samples,
      };
    }),
  };
}

/** A list in one row only says what that row is about, and not what the column holds. */
function commonChoices(samples: readonly string[]): string[] | undefined {
  const [first] = samples;
  const choices = first === undefined ? undefined : parseChoices(first);
  return choices && samples.every((sample) => sample === first) ? choices : undefined;
}

/**
 * The table of a template that a table of a document answers: one that shares its first column and most of the others.
 * @param columns the folded titles of the document's table
 */
export function tableFor(specs: readonly TableSpec[], columns: readonly string[]): TableSpec | undefined {
  const shared = (spec: TableSpec) => spec.columns.filter(({ folded }) => columns.includes(folded)).length;
  const fits = specs.filter(
    (spec) => spec.columns[0]?.folded === columns[0] && shared(spec) * 2 >= spec.columns.length,
  );
  return fits.sort((a, b) => shared(b) - shared(a))[0];
}
