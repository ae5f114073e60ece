import type { DocumentShape, Field } from '../../model/document-shape';
import { placeholderOf } from '../../model/placeholders/read-placeholders';
import type { FieldSpec, Schema } from '../../template/schema';

/** A value of front matter that nobody has filled in. */
export interface YamlPlaceholder {
  readonly field: Field;
  /** The words between the marks. */
  readonly text: string;
}

/** The placeholders in the front matter of a document, and in its fence of YAML, but for those of the status. */
export function yamlPlaceholders(shape: DocumentShape, schema: Schema): YamlPlaceholder[] {
  return shape.fields.flatMap((field) => {
    if (field.dialect !== 'front-matter' && field.dialect !== 'yaml-fence') return [];
    const spec = schema.fields.find(({ folded }) => folded === field.folded);
    const found = placeholderOf(field.value);
    if (!spec || !found || spec.kind === 'status') return [];
    const own = placeholderOf(spec.placeholder);
    const isMeant =
      own?.folded === found.folded ||
      (found.convention.anyText && isText(shape, field)) ||
      (found.convention.id === 'value-pattern' && isPatterned(spec));
    return isMeant ? [{ field, text: found.text }] : [];
  });
}

/** Whether a value is text to YAML; without quotes, `[Anna]` is a list of one. */
function isText({ frontMatter }: DocumentShape, { name, dialect }: Field): boolean {
  const data = frontMatter as Record<string, unknown> | null | undefined;
  return dialect === 'front-matter' && typeof data?.[name] === 'string';
}

/** Whether a bare `YYYY-MM-DD` or `X.Y` can be no value of the field. */
function isPatterned({ kind }: FieldSpec): boolean {
  return kind === 'date' || kind === 'version' || kind === 'id';
}
