import type { OpenDocument } from '../../workspace/open-document';
import { plainUri } from '../../workspace/uri';
import { isMarkdown } from '../../workspace/index/link-target';
import { aimOf, destinationsIn, headingAt, type Aim, type Destination } from './anchors';
import { asOpen } from '../../workspace/folder-documents';
import { modelOf, type Folder, type Use } from './folder';
import { fileUses, headingUses, headingUsesIn } from './heading-uses';
import { ownersOf } from './requirement-owners';
import { requirementUses, requirementUsesIn } from './requirement-uses';
import { specIdUses, specIdUsesIn } from './spec-id-uses';
import type { SymbolAt } from './symbol-at';

/** Where the documents of the folder mean what stands at a place, with the places that define it. */
export async function referencesOf(document: OpenDocument, symbol: SymbolAt, folder: Folder): Promise<Use[]> {
  switch (symbol.kind) {
    case 'requirement':
      return requirementUses(ownersOf(asOpen(document), symbol.key, folder), symbol.key, folder);
    case 'spec':
      return specIdUses(symbol.key, folder);
    case 'heading':
      return headingUses(asOpen(document), symbol.section, folder);
    case 'destination': {
      const aim = aimOf(symbol.destination.url, document.uri, folder.documents.root);
      for (const uri of aim?.uris ?? []) {
        const to = isMarkdown(uri) ? await folder.documents.find(uri) : undefined;
        const section = to && headingAt(modelOf(to.document), aim!.anchor);
        if (section) return headingUses(to, section, folder);
        if (to || (await folder.documents.exists(uri))) return fileUses(uri, folder);
      }
      return [];
    }
    case 'unknown-id':
      return [];
  }
}

/** Where a document means what stands at a place of it. Reads no other document. */
export function usesInDocument(document: OpenDocument, symbol: SymbolAt, folder: Folder): Use[] {
  const at = asOpen(document);
  switch (symbol.kind) {
    case 'requirement':
      return requirementUsesIn(
        at,
        symbol.key,
        ownersOf(asOpen(document), symbol.key, folder).includes(plainUri(document.uri)),
      );
    case 'spec':
      return specIdUsesIn(at, symbol.key);
    case 'heading':
      return headingUsesIn(at, at, symbol.section, folder.documents.root);
    case 'destination':
      return linksLike(symbol.destination, at, folder);
    case 'unknown-id':
      return [];
  }
}

/** The links of a document that lead where one of them does; and the heading, where that is its own. */
function linksLike({ url }: Destination, at: Use['at'], { documents: { root } }: Folder): Use[] {
  const { document } = at;
  const model = modelOf(document);
  const aim = aimOf(url, document.uri, root);
  const section = url.startsWith('#') && aim ? headingAt(model, aim.anchor) : undefined;
  if (section) return headingUsesIn(at, at, section, root);
  const isLike = (other: Aim | undefined) => other?.uris[0] === aim?.uris[0] && other?.anchor === aim?.anchor;
  return destinationsIn(model)
    .filter((each) => aim && isLike(aimOf(each.url, document.uri, root)))
    .map(({ span }) => ({ at, span, isDefinition: false }));
}
