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
  return linkedAmongRepeated(model).some(
    (alike) =>
      alike.some((section) => moved.includes(section)) && !alike.every((section) => moved.includes(section)),
  );
}

/** Whether a link leads to one of several sections of one title, and would lead to another were their order to change. */
export function linksToRepeated(model: DocumentModel): boolean {
  return linkedAmongRepeated(model).length > 0;
}

/** The groups of sections of one title of which one is linked. */
function linkedAmongRepeated(model: DocumentModel): Section[][] {
  const linked = new Set(ownHeadingLinks(model).map(({ section }) => section));
  if (linked.size === 0) return [];
  const groups = new Map<string, Section[]>();
  for (const section of model.shape.sections) {
    const name = slug(withoutOwnAnchor(section.title));
    groups.set(name, [...(groups.get(name) ?? []), section]);
  }
  return [...groups.values()].filter(
    (alike) => alike.length > 1 && alike.some((section) => linked.has(section)),
  );
}
