import { t } from '@vscode/l10n';
import type { Section } from '../model/section';
import type { Span } from '../text/span';
import type { Spec } from '../workspace/spec';

/** A section as the outline of an editor shows it. Spans are absolute. */
export interface SectionSymbol {
  /** Its title; never empty. */
  readonly name: string;
  /** The template heading that it answers by another title; empty where there is nothing to say. */
  readonly detail: string;
  readonly span: Span;
  readonly headingSpan: Span;
  readonly children: readonly SectionSymbol[];
}

/** The sections of a document, nested as their headings are. */
export function symbolsOf({ model, alignment }: Pick<Spec, 'model' | 'alignment'>): SectionSymbol[] {
  const symbolOf = (section: Section): SectionSymbol => {
    const slot = alignment.slots[section.ordinal];
    const literal = slot?.pattern.literal;
    return {
      name: section.title === '' ? t('Untitled') : section.title,
      detail: slot && literal !== undefined && literal !== section.folded ? slot.title : '',
      span: model.sectionSpan(section),
      headingSpan: model.headingSpan(section),
      children: section.children.map(symbolOf),
    };
  };
  return model.shape.sections.filter(({ parent }) => !parent).map(symbolOf);
}
