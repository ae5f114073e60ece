import type { Spec } from '../../workspace/spec';
import { Requirements } from '../requirement-definitions';
import type { CodeLens } from './code-lens';

/** How often each requirement is referred to in the document, above the line where it is defined. */
export function referenceLenses(spec: Spec): CodeLens[] {
  const { model } = spec;
  const requirements = new Requirements(spec);
  const lenses: CodeLens[] = [];
  for (const [key, definitions] of requirements.defined()) {
    const span = model.contentSpan('identifiers', definitions[0]!);
    // One id may define a range, whose lenses would stand on one line.
    if (lenses.at(-1)?.span.start === span.start) continue;
    const places = requirements.namedAt(key).map((index) => model.contentSpan('identifiers', index));
    const title = `${places.length} ${places.length === 1 ? 'reference' : 'references'}`;
    lenses.push({ span, title, action: { kind: 'show-references', places } });
  }
  return lenses;
}
