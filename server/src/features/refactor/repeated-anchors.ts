import { slug } from 'github-slugger';
import type { DocumentModel } from '../../model/document-model';
import { withoutOwnAnchor } from '../../model/heading-slugs';
import type { Section } from '../../model/section';
import { ownHeadingLinks } from '../navigation/anchors';

/**
 * Whether a link leads to one of several sections of one title, told apart by their order alone (`#interface-1`), of which some
 * are to move and others not.
 */
export function linksTellByOrder(model: DocumentModel, moved: readonly Section[]): boolean {
  const linked = new Set(ownHeadingLinks(model).map(({ section }) => section));
  if (linked.size === 0) return false;
  const nameOf = ({ title }: Section) => slug(withoutOwnAnchor(title));
  return [...new Set(moved.map(nameOf))].some((name) => {
    const alike = model.shape.sections.filter((section) => nameOf(section) === name);
    return alike.some((section) => linked.has(section)) && !alike.every((section) => moved.includes(section));
  });
}
