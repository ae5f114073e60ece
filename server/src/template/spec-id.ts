import type { DocumentShape, Field } from '../model/document-shape';
import { fieldFor } from './phase';
import type { FieldSpec, Schema } from './schema';

/** The id of a document, `TS-2026-007`, in its parts. */
export interface DocumentId {
  /** As written. */
  readonly id: string;
  /** What stands before its number, with the year: `TS-2026-`. */
  readonly stem: string;
  /** Its letters: `TS`. */
  readonly prefix: string;
  readonly number: number;
  /** How many digits its number is written with, at least. */
  readonly digits: number;
}

const OWN = /^(?:(?:spec|specification|document|doc|design|technical spec) )?id$/u;
/** Fields that name another document. */
const OTHER =
  /\b(?:related|parent|supersed\w*|replace\w*|depend\w*|based|previous|implements|see|refer\w*|prd|brd|epic|ticket)\b/u;

/** Whether a field of a template, by its folded name, names another document. */
export function namesOtherDocument(folded: string): boolean {
  return OTHER.test(folded);
}

/** Whether a document states its own id in a field of its template. */
export function isOwnId({ folded, kind }: Pick<FieldSpec, 'folded' | 'kind'>): boolean {
  return OWN.test(folded) || (kind === 'id' && !OTHER.test(folded));
}

const ID = /^([A-Z][A-Z0-9]{0,9}(?:-[A-Z]{1,10})*)-((?:(?:19|20)\d\d-)?)(\d{1,6})$/u;

/** Reads a value that is the id of a document and nothing else. */
export function readDocumentId(value: string): DocumentId | undefined {
  const match = ID.exec(value.trim());
  if (!match) return undefined;
  const [id, prefix, year, digits] = match;
  return { id, prefix: prefix!, stem: `${prefix}-${year}`, number: Number(digits), digits: digits!.length };
}

const IDS =
  /(?<![\p{L}\p{N}_/.#-])([A-Z][A-Z0-9]{0,9}(?:-[A-Z]{1,10})*-(?:(?:19|20)\d\d-)?\d{1,6})(?![\p{L}\p{N}_-]|\.\d)/gu;

/** The ids of documents that a text names, each with the offset at which it stands. */
export function documentIdsIn(
  value: string,
): (DocumentId & { readonly key: string; readonly index: number })[] {
  return Array.from(value.matchAll(IDS)).flatMap(({ 0: written, index }) => {
    const id = readDocumentId(written);
    return id ? [{ ...id, key: documentKey(id), index }] : [];
  });
}

/** Two ids that differ in leading zeros only are one. */
export function documentKey({ stem, number }: Pick<DocumentId, 'stem' | 'number'>): string {
  return `${stem}${number}`;
}

/** The field in which a spec states its own id, where its template has one and the spec has filled it in. */
export function specIdField(
  shape: DocumentShape,
  schema: Schema,
): { readonly field: Field; readonly id: DocumentId } | undefined {
  for (const spec of schema.fields) {
    if (!isOwnId(spec)) continue;
    const field = fieldFor(shape, spec);
    const id = field && readDocumentId(field.value);
    if (id) return { field, id };
  }
  return undefined;
}
