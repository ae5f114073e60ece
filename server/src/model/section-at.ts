import type { DocumentModel } from './document-model';
import type { Section } from './section';

/** The innermost section at an offset, its heading's line included; undefined before the first heading. */
export function sectionAtOffset(model: DocumentModel, offset: number): Section | undefined {
  const { sections } = model.shape;
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (model.lineStart(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}
