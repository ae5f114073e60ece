import type { DocumentModel } from '../../../model/document-model';
import type { Field } from '../../../model/document-shape';
import { isYamlDialect } from '../../../model/metadata/field';
import { readYamlEntries, type YamlEntry } from '../../../model/metadata/yaml-entries';
import { fieldFor } from '../../../template/phase';
import type { Schema } from '../../../template/schema';
import type { Span } from '../../../text/span';

/** A field with all that its author wrote as its value. */
export interface Entry {
  readonly field: Field;
  /** As one line of Markdown, marks and quotes of the author's included; undefined where one line can't hold it. */
  readonly text: string | undefined;
  /** The value in the source with the marks and quotes around it; absolute. */
  readonly rawSpan: Span;
  /** A YAML comment behind it. */
  readonly comment: string | undefined;
}

const MARKS = ['**', '__', '`', '"', "'", '*', '_'];

/**
 * The entry of each field.
 * @param schema whose placeholders in brackets are no lists of YAML
 */
export function readEntries(model: DocumentModel, schema: Schema): Entry[] {
  const yaml = yamlEntries(model);
  return model.shape.fields.map((field) => {
    const rawSpan = rawSpanOf(model, field);
    const known = isYamlDialect(field.dialect) ? yaml.get(model.fieldSpan(field).start) : undefined;
    if (known) {
      const spec = schema.fields.find((each) => fieldFor(model.shape, each) === field);
      const isBlank = Array.isArray(known.value) && spec?.placeholder === field.value;
      const text = isBlank ? field.value : oneLine(known.value);
      return { field, text, rawSpan, comment: known.comment };
    }
    const raw = model.tree.slice(rawSpan.start, rawSpan.end);
    const text = field.dialect === 'table' ? raw.replace(/\\\|/gu, '|') : raw;
    const isOneLine =
      field.dialect !== 'front-matter' && field.dialect !== 'yaml-fence' && !/[\r\n]/u.test(text);
    return { field, text: isOneLine ? text : undefined, rawSpan, comment: undefined };
  });
}

/** A list reads as its items with commas between them, where none has a comma of its own. */
function oneLine(value: YamlEntry['value']): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return value.some((item) => item.includes(',')) ? undefined : value.join(', ');
}

/** The entries of the front matter, and of the blocks of YAML in the body, by the offset at which they start. */
function yamlEntries(model: DocumentModel): Map<number, YamlEntry> {
  const { frontMatter } = model.tree;
  const found = new Map<number, YamlEntry>();
  const add = (yaml: string, base: number) => {
    for (const entry of readYamlEntries(yaml) ?? []) found.set(base + entry.span.start, entry);
  };
  if (frontMatter) add(frontMatter.yaml, frontMatter.contentSpan.start);
  for (const dialect of ['body-block', 'yaml-fence'] as const) {
    const spans = model.shape.fields
      .filter((field) => field.dialect === dialect)
      .map((field) => model.fieldSpan(field));
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) continue;
    const end = /^[^\r\n]*/u.exec(model.tree.slice(last.end, last.end + 1000))![0].length;
    add(model.tree.slice(first.start, last.end + end), first.start);
  }
  return found;
}

function rawSpanOf(model: DocumentModel, field: Field): Span {
  const { text } = model.tree;
  const whole = model.fieldSpan(field);
  let { start, end } = model.fieldValueSpan(field);
  for (let mark = around(); mark && end > start; mark = around()) {
    start -= mark.length;
    end += mark.length;
  }
  return { start, end };

  function around(): string | undefined {
    return MARKS.find(
      (mark) =>
        start - mark.length >= whole.start &&
        end + mark.length <= whole.end &&
        text.slice(start - mark.length, start) === mark &&
        text.slice(end, end + mark.length) === mark,
    );
  }
}
