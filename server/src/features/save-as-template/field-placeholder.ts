import type { DocumentShape, Field } from '../../model/document-shape';
import { fieldFor } from '../../template/phase';
import type { Schema } from '../../template/schema';
import { readDocumentId } from '../../template/spec-id';
import { namesPeople } from '../../workspace/index/seen';

const DATE = /^\d{4}-\d\d-\d\d\b|^\d{1,2}\.\d{1,2}\.\d{4}\b|^\d{1,2}\/\d{1,2}\/\d{4}\b/u;
const VERSION = /^v?\d+(?:\.\d+){1,3}(?:-[\w.]+)?$/iu;

/** What a template has in the place of a value: what the old template has there, or else what tells the sort of the value. */
export function fieldPlaceholder(field: Field, shape: DocumentShape, schema: Schema | undefined): string {
  const spec = schema?.fields.find((each) => fieldFor(shape, each) === field);
  if (spec) return spec.placeholder.replace(/\\\|/gu, '|').replace(/\s*[\r\n][\s>]*/gu, ' ');
  const value = field.value.trim();
  if (/\bstatus\b|^state$/u.test(field.folded)) return '[Status]';
  if (DATE.test(value)) return '[YYYY-MM-DD]';
  if (/\bversion\b/u.test(field.folded) && VERSION.test(value)) return '[X.Y]';
  const id = readDocumentId(value);
  if (id) return `[${id.stem.replace(/(?:19|20)\d\d-$/u, 'YYYY-')}${'N'.repeat(Math.max(2, id.digits))}]`;
  if (namesPeople(field.folded)) return '[Name]';
  return `[${nameOf(field.name)}]`;
}

/** The name of a field as words: `Target Model` for `target_model`. */
export function nameOf(key: string): string {
  const words = key
    .replace(/[_-]+/gu, ' ')
    .replace(/[[\]{}<>|]/gu, '')
    .trim();
  return words === '' ? 'Value' : words[0]!.toUpperCase() + words.slice(1);
}
