import type { DocumentModel } from '../../model/document-model';
import type { Field } from '../../model/document-shape';
import { isYamlDialect } from '../../model/metadata/field';
import type { TextEdit } from '../../text/edit';
import { valueLine } from './value-line';
import { yamlText } from './yaml-text';

/** Gives a field a value, as its dialect has to write it; what follows on further lines stays. */
export function setValue(model: DocumentModel, field: Field, value: string): TextEdit {
  const span = valueLine(model, field);
  const { text } = model.tree;
  const [before, behind] = [text[span.start - 1] ?? '', text[span.end] ?? ''];
  const quote = /["']/u.test(before) && before === behind ? before : undefined;
  const newText = escaped(field, value, quote);
  if (span.end > span.start) return { span, newText };
  const space = quote === undefined && !/\s/u.test(before) ? ' ' : '';
  return { span, newText: space + newText + (behind === '|' ? ' ' : '') };
}

function escaped({ dialect }: Field, value: string, quote: string | undefined): string {
  if (isYamlDialect(dialect)) return yamlText(value, quote);
  // A pipe within a cell needs a backslash (GFM 4.10).
  return dialect === 'table' ? value.replace(/(?<!\\)\|/gu, '\\|') : value;
}
