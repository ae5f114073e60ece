import type { FieldSpec } from '../../template/schema';
import type { TextEdit } from '../../text/edit';
import { dominantEol, lineEnd } from '../../text/line';
import type { Spec } from '../../workspace/spec';
import { isFlowMap } from './flow-map';
import { placeholderIn } from './written-like';

/**
 * Adds a field to a document that has none of the template's, as the template writes it: to the front matter, or below
 * the title.
 * @returns undefined where the template has it in a section, which brings it along when it is inserted
 */
export function insertFirstField(spec: Spec, field: FieldSpec): TextEdit | undefined {
  if (field.inSection) return undefined;
  const eol = dominantEol(spec.model.tree.text);
  if (field.dialect === 'front-matter') return intoFrontMatter(spec, oneLine(field.source), eol);
  return belowTitle(spec, written(field, eol), eol);
}

function written(field: FieldSpec, eol: string): string {
  const { dialect, name, source } = field;
  if (dialect === 'table')
    return [`| Field | Value |`, `|-------|-------|`, `| ${name} | ${placeholderIn(dialect, field)} |`].join(
      eol,
    );
  if (dialect === 'bold-line' || dialect === 'list') return oneLine(source);
  // A single plain line is prose, and a `---` block in the body is a heading: neither is metadata.
  return `**${name}:** ${placeholderIn(dialect, field)}`;
}

function intoFrontMatter({ model }: Spec, line: string, eol: string): TextEdit | undefined {
  const { frontMatter, bodyStart } = model.tree;
  if (!frontMatter) return insertion(bodyStart, `---${eol}${line}${eol}---${eol}${eol}`);
  if (isFlowMap(frontMatter.yaml) || model.shape.yamlFaults.length > 0) return undefined;
  return insertion(frontMatter.contentSpan.end, line + eol);
}

/** Below the title; at the top where there is none. */
function belowTitle({ model, alignment }: Spec, block: string, eol: string): TextEdit {
  const { text, bodyStart } = model.tree;
  const isBlank = (from: number) => /^[ \t]*(?:[\r\n]|$)/u.test(text.slice(from, lineEnd(text, from) + 1));
  if (!alignment.title) return insertion(bodyStart, block + eol + (isBlank(bodyStart) ? '' : eol));
  const end = lineEnd(text, model.headingSpan(alignment.title).end);
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
  return insertion(end, eol + eol + block + (isBlank(next) ? '' : eol));
}

function oneLine(source: string): string {
  return source.replace(/\s*[\r\n][\s>]*/gu, ' ');
}

function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
