import type { DocumentShape, Field } from '../model/document-shape';
import { foldWords } from '../model/fold';
import { firstLineOf } from '../text/line';
import type { FieldSpec, Schema } from './schema';

/** How far a spec has come; what is a hint in a draft is an error once approved. */
export type Phase = 'draft' | 'review' | 'approved';

type Words = readonly (readonly [Phase, RegExp])[];

/** Words that mean one thing wherever they stand in a list of statuses. */
const CLEAR: Words = [
  // "Final draft" is a draft: of two words the last says what it is.
  ['draft', /^(?:\p{L}+ )?(?:draft|wip)\b|^work in progress\b/u],
  ['approved', /^(?:approved|accepted)\b(?! (?:for )?review\b)/u],
  [
    'review',
    /^(?:(?:in |under |ready for |awaiting |\p{L}+ )?review|reviewing|in discussion|last call|fcp|proposed|submitted)\b/u,
  ],
];

/** Words that tell of the document in one template and of the work that follows its approval in another. */
const AMBIGUOUS: Words = [
  [
    'approved',
    /^(?:implemented|implementing|in progress|complete|completed|done|final|finalized|released|shipped|active|stable|closed)\b/u,
  ],
  ['review', /^pending\b/u],
];

/** The phase of a spec: a draft without a status, in review where its template knows no status. */
export function phaseOf(shape: DocumentShape, schema: Schema): Phase {
  const spec = schema.fields.find(({ kind }) => kind === 'status');
  if (!spec) return 'review';
  const field = fieldFor(shape, spec);
  const status = field && statusOf(field.value, spec);
  if (status === undefined) return 'draft';
  return (
    phaseIn(CLEAR, status) ??
    (spec.choices && phaseByPlace(spec.choices, spec.choices.indexOf(status))) ??
    phaseIn(AMBIGUOUS, status) ??
    'draft'
  );
}

/** The phase of a status by its place among the choices of the template, which are in the order of a spec's life. */
function phaseByPlace(choices: readonly string[], at: number): Phase | undefined {
  const first = (phase: Phase) => choices.findIndex((choice) => phaseIn(CLEAR, choice) === phase);
  const [review, approved] = [first('review'), first('approved')];
  if (approved >= 0 && at > approved) return phaseIn(AMBIGUOUS, choices[at]!);
  if (at < review) return 'draft';
  if (approved >= 0) return review >= 0 ? 'review' : 'draft';
  return undefined;
}

function phaseIn(words: Words, status: string): Phase | undefined {
  // What stands behind a mark is a remark: "Approved (draft 3)".
  const folded = foldWords(/^[^\p{L}\p{N}]*[^(),;:–—]*/u.exec(status)![0]);
  return words.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** The phase that a status means in whatever template it stands; undefined where that depends on the template. */
export function clearPhaseOf(status: string): Phase | undefined {
  return phaseIn(CLEAR, status);
}

/**
 * The one of other statuses that says the same as a status, such as `Review` for `In Review`.
 * @returns undefined where that is not certain
 */
export function statusAmong(choices: readonly string[], status: string): string | undefined {
  const phase = phaseIn(CLEAR, status);
  const [alike, another] = choices.filter(
    (choice) => phase !== undefined && phaseIn(CLEAR, choice) === phase,
  );
  return another === undefined ? alike : undefined;
}

/** The first field of a document that answers a field of its template. */
export function fieldFor({ fields }: DocumentShape, spec: FieldSpec): Field | undefined {
  return (
    fields.find(({ folded }) => folded === spec.folded) ?? fields.find((field) => isNamedLike(field, spec))
  );
}

/** Whether a field has the name that its template gives it, in the singular or plural, and however its words are joined. */
export function isNamedLike(field: Pick<Field, 'folded'>, spec: Pick<FieldSpec, 'folded'>): boolean {
  const plain = (name: string) => name.replaceAll(' ', '').replace(/s$/u, '');
  return plain(field.folded) === plain(spec.folded);
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
