import type { Field } from '../../model/document-shape';
import type { TextEdit } from '../../text/edit';
import { dominantEol } from '../../text/line';
import type { FieldSpec } from '../../template/schema';
import type { Spec } from '../../workspace/spec';

/**
 * Adds a field behind the one that precedes it in the template, written as that one is; at the top of the metadata where
 * none precedes it.
 * @returns undefined where the document has no metadata whose dialect could be kept
 */
export function insertField({ model, schema }: Spec, spec: FieldSpec): TextEdit | undefined {
  const { fields } = model.shape;
  const earlier = schema.fields.slice(0, schema.fields.indexOf(spec)).reverse();
  const before = earlier
    .map(({ folded }) => fields.find((field) => field.folded === folded))
    .find((field) => field !== undefined);
  const neighbour = before ?? fields[0];
  if (!neighbour) return undefined;
  const { text } = model.tree;
  const whole = model.fieldSpan(neighbour);
  const start = lineStart(text, whole.start);
  const end = lineEnd(text, before ? whole.end : start);
  const line = text.slice(start, lineEnd(text, whole.end));
  const written = writtenLike(line, neighbour, spec);
  const eol = dominantEol(text);
  const offset = before ? end : start;
  return { span: { start: offset, end: offset }, newText: before ? eol + written : written + eol };
}

/** The neighbour's line with the name and the value exchanged, so that marks, spacing and line breaks are as there. */
function writtenLike(line: string, { name, value, dialect }: Field, spec: FieldSpec): string {
  const isYaml = dialect === 'front-matter' || dialect === 'body-block';
  const newName = isYaml ? yamlKey(spec.name, name) : spec.name;
  const at = line.indexOf(name);
  const head = line.slice(0, at) + newName;
  const rest = line.slice(at + name.length);
  if (value === '') return `${head}${rest.trimEnd()} ${spec.placeholder}`;
  const valueAt = rest.indexOf(value.split(/[\r\n]/u)[0]!);
  const [before, after] = [rest.slice(0, valueAt), rest.slice(valueAt + value.length)];
  const isQuoted = isYaml && !/["']$/u.test(before) && /^[[{*&!|>%@`]|: |\s#/u.test(spec.placeholder);
  return head + before + (isQuoted ? JSON.stringify(spec.placeholder) : spec.placeholder) + after;
}

/** `Target Model` as a key among `target_model`-like or `target-model`-like ones. */
function yamlKey(name: string, neighbour: string): string {
  if (/^[A-Z]/u.test(neighbour)) return name;
  return name.toLowerCase().replace(/\s+/gu, neighbour.includes('-') ? '-' : '_');
}

function lineStart(text: string, offset: number): number {
  return offset === 0
    ? 0
    : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = /[\r\n]/u.exec(text.slice(offset));
  return end ? offset + end.index : text.length;
}
