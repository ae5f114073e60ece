import type { Section } from '../../model/section';
import type { Search } from '../../workspace/folder-documents';
import { plainUri } from '../../workspace/uri';
import { aimOf, destinationsIn, linksToHeadings, mayHoldAnchor, mayLinkTo } from './anchors';
import { modelOf, type Folder, type Use } from './folder';

/** The links of a document to a heading of `to`, and the heading itself where it is its own. */
export function headingUsesIn(at: Use['at'], to: Use['at'], { ordinal }: Section, root: string): Use[] {
  const links = linksToHeadings(at.document, to.document, root).filter(
    ({ section }) => section.ordinal === ordinal,
  );
  const uses = links.map(({ destination: { span } }): Use => ({ at, span, isDefinition: false }));
  if (plainUri(at.document.uri) !== plainUri(to.document.uri)) return uses;
  const model = modelOf(to.document);
  const heading = model.shape.sections[ordinal];
  return heading ? [{ at, span: model.titleSpan(heading), isDefinition: true }, ...uses] : uses;
}

/** The links of all documents to a heading, and the heading. */
export async function headingUses(to: Use['at'], section: Section, folder: Folder): Promise<Use[]> {
  const mayLink = mayLinkTo(to.document.uri);
  const own = plainUri(to.document.uri);
  const found: Use[] = [];
  const search: Search = {
    mayBeIn: (text, uri) => plainUri(uri) === own || mayLink(text, uri),
    mayBeInPart: mayHoldAnchor,
  };
  for await (const at of folder.documents.having(search))
    found.push(...headingUsesIn(at, to, section, folder.documents.root));
  return found;
}

/** The links of all documents to a file, whatever the anchor. */
export async function fileUses(uri: string, folder: Folder): Promise<Use[]> {
  const target = plainUri(uri);
  const name = target.slice(target.lastIndexOf('/') + 1);
  const [stem = ''] = (name.replace(/\.[^.]*$/u, '').match(/[\w-]+/gu) ?? []).sort(
    (a, b) => b.length - a.length,
  );
  const found: Use[] = [];
  const isIn = (text: string) => text.includes(stem);
  for await (const at of folder.documents.having({ mayBeIn: isIn, mayBeInPart: isIn })) {
    for (const { url, span } of destinationsIn(modelOf(at.document))) {
      const aim = url.startsWith('#') ? undefined : aimOf(url, at.document.uri, folder.documents.root);
      if (aim?.uris.some((each) => plainUri(each) === target)) found.push({ at, span, isDefinition: false });
    }
  }
  return found;
}
