import type { DocumentModel } from '../../model/document-model';
import type { Field } from '../../model/document-shape';
import { isYamlDialect } from '../../model/metadata/field';
import type { TextEdit } from '../../text/edit';
import { lineEnd, lineStart } from '../../text/line';
import type { FieldSpec } from '../../template/schema';
import type { Spec } from '../../workspace/spec';
import { partingOf } from './field-parting';
import { isFlowMap } from './flow-map';
import { insertFirstField } from './insert-first-field';
import { writtenLike } from './written-like';

/**
 * Adds a field beside the one that precedes or follows it in the template, written as that one is; where the document has
 * none of the template's fields, as the template writes it.
 * @returns undefined where the document has no place for it
 */
export function insertField(spec: Spec, wanted: FieldSpec): TextEdit | undefined {
  const { model, schema } = spec;
  const { fields } = model.shape;
  const at = schema.fields.indexOf(wanted);
  const present = ({ folded }: FieldSpec) => fields.find((field) => field.folded === folded);
  const first = (specs: readonly FieldSpec[]) => specs.map(present).find((field) => field !== undefined);
  // Front matter is metadata, whatever stands in it; a labelled line or a table that the template does not know may be text.
  const before =
    first(schema.fields.slice(0, at).reverse()) ??
    (fields.some(({ folded }) => schema.fields.some((other) => other.folded === folded))
      ? undefined
      : fields.findLast(({ dialect }) => dialect === 'front-matter'));
  const neighbour = before ?? first(schema.fields.slice(at + 1));
  if (!neighbour) return insertFirstField(spec, wanted);
  if (isInFlowMap(model, neighbour)) return undefined;
  return (
    besideOnLine(model, neighbour, wanted, before !== undefined) ??
    onOwnLine(model, neighbour, wanted, before !== undefined)
  );
}

function onOwnLine(
  model: DocumentModel,
  neighbour: Field,
  wanted: FieldSpec,
  behind: boolean,
): TextEdit | undefined {
  const { text, bodyStart } = model.tree;
  const whole = model.fieldSpan(neighbour);
  // A byte order mark stands once.
  const isInBody = whole.start >= bodyStart;
  const start = Math.max(lineStart(text, whole.start), isInBody ? bodyStart : 0);
  const valueEnd = neighbour.dialect === 'table' ? whole.end : model.fieldValueSpan(neighbour).end;
  const line = text.slice(start, lineEnd(text, Math.max(valueEnd, whole.start)));
  const written = writtenLike(line, neighbour, wanted);
  if (written === undefined) return undefined;
  const delimiter = neighbour.dialect === 'table' ? delimiterRowBelow(text, whole.end) : undefined;
  const parting = partingOf(model, neighbour, line);
  if (!behind && delimiter === undefined) return insertion(start, written + parting);
  return insertion(delimiter ?? lineEnd(text, whole.end), parting + written);
}

function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

/** Where fields share a line, a new one joins them: behind the same mark, or else behind `|`. */
function besideOnLine(
  model: DocumentModel,
  neighbour: Field,
  spec: FieldSpec,
  behind: boolean,
): TextEdit | undefined {
  const { text } = model.tree;
  const own = model.fieldSpan(neighbour);
  const start = lineStart(text, own.start);
  if (neighbour.dialect === 'table' || isYamlDialect(neighbour.dialect)) return undefined;
  const onLine = model.shape.fields
    .map((field) => model.fieldSpan(field))
    .filter((span) => lineStart(text, span.start) === start);
  const [first, second] = onLine;
  if (!first || !second) return undefined;
  const mark = text.slice(first.end, second.start);
  const written = writtenLike(text.slice(own.start, own.end), neighbour, spec);
  if (written === undefined) return undefined;
  return behind ? insertion(own.end, mark + written) : insertion(own.start, written + mark);
}

/** The end of the delimiter row under a row of a table (GFM 4.10): such a row is the head, and no row may part the two. */
function delimiterRowBelow(text: string, rowEnd: number): number | undefined {
  const next = /^[^\r\n]*(?:\r\n|\n|\r)([^\r\n]*)/u.exec(text.slice(rowEnd));
  return next && /^[ \t|:-]*-[ \t|:-]*$/u.test(next[1]!) ? rowEnd + next[0].length : undefined;
}

/** Whether a field stands in a map between braces, where no line can be added. */
function isInFlowMap(model: DocumentModel, field: Field): boolean {
  const { frontMatter } = model.tree;
  if (field.dialect === 'front-matter') return frontMatter !== undefined && isFlowMap(frontMatter.yaml);
  const { start } = model.fieldSpan(field);
  return model.content.fences.some(({ fact }, index) => {
    const fence = model.contentSpan('fences', index);
    return fence.start <= start && start < fence.end && isFlowMap(fact.code);
  });
}
