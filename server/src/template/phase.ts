import type { DocumentShape, Field } from '../model/document-shape';
import { foldWords } from '../model/fold';
import { firstLineOf } from '../text/line';
import type { FieldSpec, Schema } from './schema';

/** How far a spec has come; what is a hint in a draft is an error once approved. */
export type Phase = 'draft' | 'review' | 'approved';

const PHASES: readonly (readonly [Phase, RegExp])[] = [
  [
    'approved',
    /^(?:approved|accepted|implemented|implementing|in progress|complete|completed|done|final|finalized|released|shipped|active|stable|closed)\b/u,
  ],
  [
    'review',
    /^(?:(?:in |under |ready for )?review|reviewing|in discussion|last call|fcp|proposed|submitted|pending)\b/u,
  ],
];

/** The phase of a spec: a draft without a status, in review where its template knows no status. */
export function phaseOf(shape: DocumentShape, schema: Schema): Phase {
  const spec = schema.fields.find(({ kind }) => kind === 'status');
  if (!spec) return 'review';
  const field = fieldFor(shape, spec);
  const status = field && statusOf(field.value, spec);
  if (status === undefined) return 'draft';
  const folded = foldWords(status);
  return PHASES.find(([, words]) => words.test(folded))?.[0] ?? 'draft';
}

/** The first field of a document that answers a field of its template. */
export function fieldFor(shape: DocumentShape, spec: FieldSpec): Field | undefined {
  return shape.fields.find(({ folded }) => folded === spec.folded);
}

/**
 * The template's value that a field states. Something may follow it, as in `Approved (2.1)` or `Draft, see below`.
 * @returns undefined where it is none of the template's; the value itself where the template lists none
 */
export function statusOf(wholeValue: string, spec: FieldSpec): string | undefined {
  const value = firstLineOf(wholeValue);
  if (!spec.choices) return value === '' ? undefined : value;
  const folded = foldWords(value);
  const fits = (choice: string) => folded === foldWords(choice) || hasAnnotation(value, choice);
  return [...spec.choices].sort((a, b) => b.length - a.length).find(fits);
}

/** Whether the value is the choice with a remark behind it: in brackets, or parted by a mark, or a date or version. */
function hasAnnotation(value: string, choice: string): boolean {
  const plain = value.replace(/^[^\p{L}\p{N}]+/u, '');
  if (foldWords(plain.slice(0, choice.length)) !== foldWords(choice)) return false;
  const rest = plain.slice(choice.length);
  return /^\s*(?:[^\p{L}\p{N}\s|/]|$)|^\s+(?:v?\d|on\b|by\b|as of\b|since\b|for\b|in\b|until\b|pending\b)/iu.test(
    rest,
  );
}
