import type { Field } from '../../model/document-shape';
import { CREATED, DATE, UPDATED } from '../../rules/engine/date-names';
import { setValue } from '../../rules/engine/set-value';
import { versionField } from '../../template/known-fields';
import { versionNumber } from '../../template/version';
import { firstLineOf } from '../../text/line';
import type { TextEdit } from '../../text/edit';
import type { Spec } from '../../workspace/spec';

/** The version that the metadata of a document states. */
export function statedVersion({
  model,
  schema,
}: Spec): { readonly field: Field; readonly numbers: readonly number[] } | undefined {
  const field = versionField(model.shape, schema);
  const numbers = field && versionNumber(firstLineOf(field.value));
  return numbers && { field, numbers };
}

/**
 * Has the metadata say what the newest revision does: the version, and the date of the last change where it is that of the
 * revision before.
 */
export function followRevision(
  spec: Spec,
  {
    version,
    today,
    newest,
    isFirst,
  }: {
    readonly version: string | undefined;
    readonly today: string;
    /** The day of the revision before. */
    readonly newest: string;
    /** Whether that is the only one, whose day the document also was begun. */
    readonly isFirst: boolean;
  },
): TextEdit[] {
  const { model } = spec;
  const edits: TextEdit[] = [];
  const stated = statedVersion(spec);
  if (stated && version !== undefined) edits.push(...replaced(stated.field, /\d+(?:\.\d+)*/u, version));
  const { fields } = model.shape;
  const updated = fields.find(({ folded }) => UPDATED.test(folded));
  const created = fields.some(({ folded }) => CREATED.test(folded));
  const date = fields.find(({ folded }) => DATE.test(folded));
  // Beside "Created" a date is that of the last change; alone it may be either.
  const changed = updated ?? (created || !isFirst ? date : undefined);
  if (changed?.value.startsWith(newest)) edits.push(...replaced(changed, /\d{4}-\d{2}-\d{2}/u, today));
  return edits;

  function replaced(field: Field, pattern: RegExp, value: string): TextEdit[] {
    const now = firstLineOf(field.value).replace(pattern, value);
    return now === firstLineOf(field.value) ? [] : [setValue(model, field, now)];
  }
}
