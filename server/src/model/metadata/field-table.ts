import type { Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Block } from '../../syntax/chunk';
import { foldWords } from '../fold';
import { contentSpan, nodeSpan } from '../inline-source';
import type { FieldFact } from './field';
import { plainValue } from './plain-value';

const NAME_COLUMNS = new Set(['field', 'item', 'property', 'attribute', 'key', 'metadata', 'info']);
const VALUE_COLUMNS = new Set(['value', 'values', 'detail', 'details', 'content', 'information']);

/** A number, a version or a date: a table with such in its first column lists things, under `Date | Change`. */
const IS_VALUE = /^v?\d/iu;

/** More columns than a name, a value and a few remarks are no metadata. */
const MOST_COLUMNS = 5;

/**
 * The rows of a table with two columns, or with more where its head begins with such as `Field | Value`. Without a head such as `Field | Value` its first
 * row is a field too.
 */
export function readFieldTable(table: Table, block: Block, source: string): FieldFact[] {
  const header = block.head ?? table.children[0];
  if (!header) return [];
  const columns = header.children.length;
  const isCertain = columns <= MOST_COLUMNS && isFieldHeader(header);
  if (columns !== 2 && !(columns > 2 && isCertain)) return [];
  const rows = table.children.slice(isCertain && !block.continues ? 1 : 0);
  if (!isCertain && rows.some((row) => IS_VALUE.test(nameOf(row)))) return [];
  return rows.flatMap((row) => {
    const name = nameOf(row);
    const cell = row.children[1];
    if (name === '' || !cell) return [];
    const inside = contentSpan(cell, source);
    const { value, valueSpan } = plainValue(source, inside);
    return [
      { dialect: 'table', isCertain, name, folded: foldWords(name), value, valueSpan, span: nodeSpan(row) },
    ];
  });
}

function nameOf({ children: [cell] }: TableRow): string {
  return cell ? toString(cell).replace(/:\s*$/u, '').trim() : '';
}

function isFieldHeader(header: TableRow): boolean {
  const [name, value] = header.children.map((cell) => foldWords(toString(cell)));
  return (
    (NAME_COLUMNS.has(name!) && VALUE_COLUMNS.has(value!)) ||
    (header.children.length === 2 && name === '' && value === '')
  );
}
