import type { Spec } from '../../workspace/spec';
import type { CodeLens } from './code-lens';
import { instanceLenses } from './instance-lenses';
import { referenceLenses } from './reference-lenses';

/** The lenses of a document, in its order. */
export function codeLensesOf(spec: Spec): CodeLens[] {
  return [...instanceLenses(spec), ...referenceLenses(spec)].sort((a, b) => a.span.start - b.span.start);
}
