import type { DocumentModel } from '../../model/document-model';
import type { Field } from '../../model/document-shape';
import { lineEnd } from '../../text/line';
import type { Span } from '../../text/span';

/** The value of a field on the line it starts on, absolute: what follows in the same paragraph may be prose. */
export function valueLine(model: DocumentModel, field: Field): Span {
  const { start, end } = model.fieldValueSpan(field);
  const value = model.tree.slice(start, end);
  const line = value.slice(0, lineEnd(value, 0));
  return { start, end: start + line.trimEnd().replace(/\\$/u, '').trimEnd().length };
}
