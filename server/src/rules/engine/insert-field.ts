import type { DocumentModel } from '../../model/document-model';
import type { Field } from '../../model/document-shape';
import type { TextEdit } from '../../text/edit';
import { dominantEol, lineEnd, lineStart } from '../../text/line';
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
  if (neighbour.dialect === 'front-matter' && isFlowMap(model)) return undefined;
  return besideOnLine(model, neighbour, spec, before !== undefined) ?? ofOwnLine();

  function ofOwnLine(): TextEdit {
    const start = lineStart(text, whole.start);
    const line = text.slice(start, lineEnd(text, whole.end));
    const written = writtenLike(line, neighbour!, spec);
    const eol = dominantEol(text);
    const delimiter = neighbour!.dialect === 'table' ? delimiterRowBelow(text, whole.end) : undefined;
    if (before || delimiter !== undefined) {
      const end = delimiter ?? lineEnd(text, whole.end);
      return insertion(end, `${missingBreak(model, neighbour!, line)}${eol}${written}`);
    }
    return insertion(start, written + eol);
  }
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
  if (neighbour.dialect === 'table' || isYaml(neighbour)) return undefined;
  const onLine = model.shape.fields
    .map((field) => model.fieldSpan(field))
    .filter((span) => lineStart(text, span.start) === start);
  const [first, second] = onLine;
  if (!first || !second) return undefined;
  const mark = text.slice(first.end, second.start);
  const written = writtenLike(text.slice(own.start, own.end), neighbour, spec);
  return behind ? insertion(own.end, mark + written) : insertion(own.start, written + mark);
}

/** The end of the delimiter row under a row of a table (GFM 4.10): such a row is the head, and no row may part the two. */
function delimiterRowBelow(text: string, rowEnd: number): number | undefined {
  const next = /^[^\r\n]*(?:\r\n|\n|\r)([^\r\n]*)/u.exec(text.slice(rowEnd));
  const isDelimiter = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u.test(
    next?.[1] ?? '',
  );
  return next && isDelimiter ? rowEnd + next[0].length : undefined;
}

const HARD_BREAK = /(?: {2,}|\\|[ \t]*<br\s*\/?>)$/iu;

/** The hard break that a line needs before another follows it, where the document's other fields end in one. */
function missingBreak(model: DocumentModel, { ordinal, dialect }: Field, line: string): string {
  if ((dialect !== 'bold-line' && dialect !== 'plain-line') || HARD_BREAK.test(line)) return '';
  const { text } = model.tree;
  for (const field of model.shape.fields) {
    if (field.ordinal === ordinal || field.dialect !== dialect) continue;
    const { end } = model.fieldSpan(field);
    const found = HARD_BREAK.exec(text.slice(end, lineEnd(text, end)));
    if (found) return found[0];
  }
  return '';
}

/** Whether the front matter is a map between braces (YAML 1.2, 7.4.2), which takes no lines of `key: value`. */
function isFlowMap({ tree }: DocumentModel): boolean {
  return /^(?:\s|#[^\r\n]*)*\{/u.test(tree.frontMatter?.yaml ?? '');
}

function isYaml({ dialect }: Field): boolean {
  return dialect === 'front-matter' || dialect === 'body-block';
}

/** The neighbour's line with the name and the value exchanged, so that marks, spacing and line breaks are as there. */
function writtenLike(line: string, neighbour: Field, spec: FieldSpec): string {
  const { name, value, dialect } = neighbour;
  const newName = isYaml(neighbour) ? yamlKey(spec.name, name) : spec.name;
  const at = line.indexOf(name);
  const head = line.slice(0, at) + newName;
  const rest = line.slice(at + name.length);
  // A pipe within a cell needs a backslash, and elsewhere none (GFM 4.10).
  const plain = spec.placeholder.replace(/\\\|/gu, '|');
  const placeholder = dialect === 'table' ? plain.replace(/\|/gu, '\\|') : plain;
  if (dialect === 'table') {
    const cells = rest.split(/(?<!\\)\|/u);
    const cell = cells[1] ?? '';
    const filled = value === '' ? ` ${placeholder} ` : cell.replace(value, () => placeholder);
    const others = cells.slice(2).map((other) => other.replace(/\S.*\S|\S/u, ''));
    return [head + cells[0]!, filled, ...others].join('|');
  }
  if (value === '') return `${head}${rest.trimEnd()} ${placeholder}`;
  const valueAt = rest.indexOf(value.split(/[\r\n]/u)[0]!);
  const [before, after] = [rest.slice(0, valueAt), rest.slice(valueAt + value.length)];
  const isQuoted = isYaml(neighbour) && !/["']$/u.test(before) && /^[[{*&!|>%@`]|: |\s#/u.test(placeholder);
  return head + before + (isQuoted ? JSON.stringify(placeholder) : placeholder) + after;
}

/** `Target Model` as a key among `target_model`-like or `target-model`-like ones. */
function yamlKey(name: string, neighbour: string): string {
  if (/^[A-Z]/u.test(neighbour)) return name;
  return name.toLowerCase().replace(/\s+/gu, neighbour.includes('-') ? '-' : '_');
}
