import { t } from '@vscode/l10n';
import type { Spec } from '../../workspace/spec';
import { Requirements } from '../requirement-definitions';
import type { CodeLens } from './code-lens';

/** How often each requirement is referred to in the document, above the line where it is defined. */
export function referenceLenses(spec: Spec): CodeLens[] {
  const requirements = new Requirements(spec);
  const lenses = new Map<number, CodeLens>();
  for (const key of requirements.defined()) {
    const { span } = requirements.definedAt(key)[0]!;
    // One id may define a range, whose lenses would stand on one line.
    if (lenses.has(span.start)) continue;
    const places = requirements.namedAt(key).map((mention) => mention.span);
    const title = places.length === 1 ? t('1 reference') : t('{0} references', places.length);
    lenses.set(span.start, { span, title, action: { kind: 'show-references', places } });
  }
  return [...lenses.values()];
}
