import { parseChoices } from '../model/choices';
import type { Field } from '../model/document-shape';
import { readIdPattern } from './id-pattern';
import type { FieldKind, FieldSpec } from './schema';

const STATUS = /\bstatus\b|^state$/u;
const DATE_NAME = /\bdate\b|^(?:created|updated|last updated|last modified|due)\b/u;
const DATE_PATTERN = /YYYY-MM-DD/u;
/** Words by which a template says that a field may stay away, or is filled in by others when the time comes. */
const MAY_BE_ABSENT =
  /\boptional\b|\bif any\b|\bif applicable\b|\bor (?:["'“]?n\/?a["'”]?|none)\b|\bleave as is\b|(?<!\bnot? )\blater\b(?! than)|\bwill contain\b|\bto be (?:nominated|appointed|assigned)\b/iu;

const VERSION_NAME = /^(?:document |spec |specification )?version$/u;
/** `[X.Y]`, `1.0`, `[v1.0.0]`. */
const VERSION_PATTERN = /^\[?v?(?:\d+\.\d+(?:\.\d+)?|[XN]\.[YN](?:\.[ZN])?)\]?$/iu;
/** What a template writes for "the version", with no form of its own. */
const ANY_VERSION = /^\[(?:(?:document |spec |specification )?version(?: number)?|number)\]$/iu;

/** Where and how a template writes a field. */
export type FieldPlace = Pick<FieldSpec, 'source' | 'inSection'>;

/** What a template's metadata field asks of the same field in a document. */
export function compileField(
  { name, folded, value, dialect, joinsNext }: Field,
  place: FieldPlace,
): FieldSpec {
  const choices = parseChoices(value.replace(/\\\|/gu, '|'));
  const kind = kindOf(folded, value, choices !== undefined);
  // A key that the template itself leaves empty demands nothing.
  const required = value !== '' && !MAY_BE_ABSENT.test(value);
  return { name, folded, kind, required, choices, placeholder: value, dialect, joinsNext, ...place };
}

function kindOf(folded: string, value: string, isChoice: boolean): FieldKind {
  if (STATUS.test(folded)) return 'status';
  if (DATE_PATTERN.test(value) || (DATE_NAME.test(folded) && /^\[[^[\]]*\]$/u.test(value))) return 'date';
  if (isChoice) return 'choice';
  if (VERSION_PATTERN.test(value) || (VERSION_NAME.test(folded) && ANY_VERSION.test(value))) return 'version';
  return readIdPattern(value) ? 'id' : 'text';
}
