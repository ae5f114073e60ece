import GithubSlugger from 'github-slugger';
import { Anchors } from '../../model/document-anchors';
import type { DocumentModel } from '../../model/document-model';
import type { Section } from '../../model/section';
import type { Span } from '../../text/span';

/** Where an anchor of a document leads once a part of it is a document of its own. */
export type AnchorTarget = { readonly isInPart: boolean; readonly anchor: string };

/**
 * Tells where the anchors of a document lead once some of its sections stand in a document of their own.
 * @param part the sections that do; the first has left its heading behind
 * @param span of all of them, absolute
 * @returns the target as seen from the part or from the rest; undefined for an anchor that leads nowhere, or to the top
 */
export function anchorTargets(
  model: DocumentModel,
  part: readonly Section[],
  span: Span,
): (anchor: string, isFromPart: boolean) => AnchorTarget | undefined {
  const { sections } = model.shape;
  const known = slugs(sections);
  const own = slugs(part);
  const left = slugs(sections.filter((section) => section === part[0] || !part.includes(section)));
  const isIn = (at: number) => at >= span.start && at < span.end;
  const names = model.content.anchors.map(({ fact }, index) => ({
    name: fact.name,
    isInPart: isIn(model.contentSpan('anchors', index).start),
  }));
  const anchorsOf = (isInPart: boolean) =>
    new Anchors({
      titles: sections
        .filter((section) => part.slice(1).includes(section) === isInPart)
        .map(({ title }) => title),
      names: names.filter((each) => each.isInPart === isInPart).map(({ name }) => name),
    });
  const [inPart, outside] = [anchorsOf(true), anchorsOf(false)];
  return (anchor, isFromPart) => {
    const section = sections[known.indexOf(anchor)];
    if (section) {
      const at = part.indexOf(section);
      if (at > 0 || (at === 0 && isFromPart)) return { isInPart: true, anchor: own[at]! };
      const others = sections.filter((each) => each === part[0] || !part.includes(each));
      return { isInPart: false, anchor: left[others.indexOf(section)]! };
    }
    if (anchor === '' || anchor === 'top') return undefined;
    if (outside.has(anchor)) return { isInPart: false, anchor };
    return inPart.has(anchor) ? { isInPart: true, anchor } : undefined;
  };
}

function slugs(sections: readonly Section[]): string[] {
  const slugger = new GithubSlugger();
  return sections.map(({ title }) => slugger.slug(title));
}
