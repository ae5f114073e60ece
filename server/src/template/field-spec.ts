import { parseChoices } from '../model/choices';
import type { Field } from '../model/document-shape';
import type { FieldSpec } from './schema';

const STATUS = /\bstatus\b|^state$/u;
const DATE_NAME = /\bdate\b|^(?:created|updated|last updated|last modified|due)\b/u;
const DATE_PATTERN = /YYYY-MM-DD/u;
const MAY_BE_ABSENT =
  /\boptional\b|\bif any\b|\bif applicable\b|\bor (?:["'“]?n\/?a["'”]?|none)\b|\bleave as is\b/iu;

/** What a template's metadata field asks of the same field in a document. */
export function compileField({ name, folded, value }: Field): FieldSpec {
  const choices = parseChoices(value.replace(/\\\|/gu, '|'));
  const isDate = DATE_PATTERN.test(value) || (DATE_NAME.test(folded) && /^\[[^[\]]*\]$/u.test(value));
  const kind = STATUS.test(folded) ? 'status' : isDate ? 'date' : choices ? 'choice' : 'text';
  // A key that the template itself leaves empty demands nothing.
  const required = value !== '' && !MAY_BE_ABSENT.test(value);
  return { name, folded, kind, required, choices, placeholder: value };
}
