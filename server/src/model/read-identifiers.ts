import type { Chunk } from '../syntax/chunk';
import type { CodeSpanFact } from './code-span';
import { findIdentifiers, mayHoldIdentifiers, type IdentifierFact, type IdentifierPlace } from './identifier';
import { chunkProse, type ProseFact } from './prose';
import type { TableFact } from './table';

/** A column of ids, which need not be the first. */
const IDS = /^(?:id|(?:req|requirement|fr|nfr) (?:id|no|nr|number))$/u;
/** What stands beside ids where they are traced to something, and what beside those that the table defines. */
const TRACING = /\b(?:tests?|tested|verified|verification|covered|coverage|implemented in)\b/u;
const DEFINING =
  /\b(?:requirements?|descriptions?|statement|text|behaviou?r|summary|title|name|feature|story|definition|category|priority|criteria)\b/u;

/** Finds the identifiers in a chunk, and tells which of them stand where they are defined. */
export function readIdentifiers(
  chunk: Chunk,
  { tables, codes }: { readonly tables: readonly TableFact[]; readonly codes: readonly CodeSpanFact[] },
): IdentifierFact[] {
  if (!mayHoldIdentifiers(chunk.text)) return [];
  return chunkProse(chunk).flatMap((fact) => {
    const place = placeOf(fact, tables);
    const text = place === 'lead' ? withCodeAtStart(fact, codes) : fact.text;
    return findIdentifiers(text, fact.span.start, place);
  });
}

function placeOf({ kind, column, span }: ProseFact, tables: readonly TableFact[]): IdentifierPlace {
  if (kind !== 'cell') return kind === 'heading' ? 'heading' : 'lead';
  const table = tables.find(({ span: at }) => at.start <= span.start && span.end <= at.end);
  return placeInTable(table?.columns ?? [], column ?? 0);
}

/**
 * What an id that fills a cell stands at.
 * @param columns the titles of the table as they are compared
 */
export function placeInTable(columns: readonly string[], column: number): 'cell' | 'text' {
  return (column === 0 || IDS.test(columns[column] ?? '')) && !isTrace(columns) ? 'cell' : 'text';
}

/** Whether a table leads from ids to tests and says nothing of what they stand for. */
function isTrace([, ...others]: readonly string[]): boolean {
  return others.some((column) => TRACING.test(column)) && !others.some((column) => DEFINING.test(column));
}

/** The prose with the code span shown that it starts with: in code, too, an id stands for what follows it. */
function withCodeAtStart({ text, span }: ProseFact, codes: readonly CodeSpanFact[]): string {
  const start = /^[\s*_[(]*/u.exec(text)![0].length;
  const code = codes.find((each) => each.span.start === span.start + start);
  if (!code) return text;
  const end = code.span.end - span.start;
  const marks = (end - start - code.code.length) / 2;
  if (!Number.isInteger(marks)) return text;
  return `${text.slice(0, start)}${' '.repeat(marks)}${code.code}${' '.repeat(marks)}${text.slice(end)}`;
}
