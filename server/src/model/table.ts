import type { Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Block } from '../syntax/chunk';
import type { Span } from '../text/span';
import { foldWords } from './fold';
import { contentSpan, nodeSpan } from './inline-source';

/** A cell of a table. Spans are relative to the chunk. */
export interface CellFact {
  /** Without markup. */
  readonly text: string;
  /** Its content in the source, pipes and padding left out; empty, and where it would stand, when it has none. */
  readonly span: Span;
}

/** A row of a table; it may have more or fewer cells than the header (GFM 4.10). */
export interface RowFact {
  readonly cells: readonly CellFact[];
  readonly span: Span;
}

/** A root-level table, or a slice of a long one. Spans are relative to the chunk. */
export interface TableFact {
  /** The titles of the columns as written, without markup. */
  readonly header: readonly string[];
  /** The titles as they are compared. */
  readonly columns: readonly string[];
  /** The rows below the header. */
  readonly rows: readonly RowFact[];
  /** The header row; undefined in a slice that is not the first. */
  readonly headerRow: RowFact | undefined;
  readonly span: Span;
}

/** Reads a table node. `source` is the text of its chunk. */
export function readTable(table: Table, block: Block, source: string): TableFact {
  const [first, ...others] = table.children;
  const head = block.continues ? block.head : first;
  const header = head?.children.map((cell) => toString(cell).trim()) ?? [];
  const rows = block.continues ? table.children : others;
  return {
    header,
    columns: header.map(foldWords),
    rows: rows.map((row) => readRow(row, source)),
    headerRow: block.continues || !first ? undefined : readRow(first, source),
    span: nodeSpan(table),
  };
}

function readRow(row: TableRow, source: string): RowFact {
  const cells = row.children.map((cell) => ({
    text: toString(cell).trim(),
    span: contentSpan(cell, source),
  }));
  return { cells, span: nodeSpan(row) };
}
