import type { Field } from '../../model/document-shape';
import { parseChoices } from '../../model/choices';
import { isYamlDialect } from '../../model/metadata/field';
import { fieldFor, isNamedLike } from '../../template/phase';
import type { FieldSpec } from '../../template/schema';
import { firstLineOf } from '../../text/line';
import type { ContentContext } from './rule';

/** What YAML reads as nothing, and a comment, which is not rendered. */
const NULL = /^(?:~|null|\[\s*\]|\{\s*\})$/iu;
const COMMENTS = /^(?:<!--(?:(?!-->).)*-->[ \t]*)*$/u;

/** What tells whether a field is there. */
export type FieldContext = Pick<ContentContext<'tables'>, 'shape' | 'schema' | 'content' | 'alignment'>;

/** The fields that the template requires and the document does not have. */
export function missingFields(context: FieldContext): FieldSpec[] {
  const { shape, schema } = context;
  // What stands behind a fault of the YAML is there and cannot be read; that is a rule of its own.
  if (shape.yamlFaults.length > 0) return [];
  return schema.fields.filter(
    (spec) => spec.required && !fieldFor(shape, spec) && !headsColumn(spec, context),
  );
}

/** Whether a field is the title of a column in a table above the first section: `| Author | Date |`, which is read by nobody but people. */
function headsColumn(spec: FieldSpec, { content, alignment }: FieldContext): boolean {
  const isAbove = (section: number) => section < 0 || section === alignment.title?.ordinal;
  return content.tables.some(
    ({ fact, section }) =>
      isAbove(section) &&
      fact.rows.length > 0 &&
      fact.columns.some((folded) => isNamedLike({ folded }, spec)),
  );
}

/** Whether a field stands there without a value. */
export function isEmptyField({ value, dialect }: Field): boolean {
  return isYamlDialect(dialect) ? value === '' || NULL.test(value) : COMMENTS.test(value);
}

/**
 * What there is to choose from, where the value of a status still is the list of the template.
 * @returns undefined where it has been chosen
 */
export function unresolvedStatus({ value }: Field, { choices }: FieldSpec): readonly string[] | undefined {
  const line = firstLineOf(value);
  const listed = parseChoices(line);
  if (!listed && !/^\[.*\]$/su.test(line)) return undefined;
  return choices ?? listed ?? [];
}
