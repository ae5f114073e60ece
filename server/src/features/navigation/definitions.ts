import type { Span } from '../../text/span';
import { isMarkdown } from '../../workspace/index/link-target';
import { asOpen } from '../../workspace/folder-documents';
import type { OpenDocument } from '../../workspace/open-document';
import { aimOf, anchorSpan, headingAt, type Aim } from './anchors';
import { modelOf, type Folder, type Use } from './folder';
import { requirementDefinitions } from './requirement-uses';
import { specDefinitions } from './spec-id-uses';
import type { SymbolAt } from './symbol-at';

/** Where something is defined. */
export interface Place {
  readonly uri: string;
  /** The document and the place in it; undefined for a file as a whole. */
  readonly in?: { readonly at: Use['at']; readonly span: Span; readonly whole: Span };
}

/** Where that which stands at a place is defined; several where it is not certain. */
export async function definitionsOf(
  document: OpenDocument,
  symbol: SymbolAt,
  folder: Folder,
): Promise<Place[]> {
  switch (symbol.kind) {
    case 'requirement':
      return (await requirementDefinitions(document, symbol.key, folder)).map(toPlace);
    case 'spec':
      return (await specDefinitions(symbol.key, folder)).map(toPlace);
    case 'heading':
      return [{ uri: document.uri, in: { at: asOpen(document), span: symbol.span, whole: symbol.span } }];
    case 'destination': {
      const aim = aimOf(symbol.destination.url, document.uri, folder.documents.root);
      const place = aim && (await placeOf(aim, folder));
      return place ? [place] : [];
    }
    case 'unknown-id':
      return [];
  }
}

/** The first file of an aim that is there, and the heading or anchor in it; the top where it has none such. */
async function placeOf({ uris, anchor }: Aim, { documents }: Folder): Promise<Place | undefined> {
  for (const uri of uris) {
    const at = isMarkdown(uri) ? await documents.find(uri) : undefined;
    if (!at) {
      if (await documents.exists(uri)) return { uri };
      continue;
    }
    const model = modelOf(at.document);
    const own = anchorSpan(model, anchor);
    const section = own ? undefined : headingAt(model, anchor);
    if (own) return { uri: at.document.uri, in: { at, span: own, whole: own } };
    if (!section) return { uri: at.document.uri };
    const span = model.titleSpan(section);
    return { uri: at.document.uri, in: { at, span, whole: model.headingSpan(section) } };
  }
  return undefined;
}

function toPlace({ at, span }: Use): Place {
  return { uri: at.document.uri, in: { at, span, whole: lineAround(at, span) } };
}

/** What an editor shows of a definition: the line that it stands in. */
function lineAround({ document: { lines } }: Use['at'], { start }: Span): Span {
  const { line } = lines.positionAt(start);
  return {
    start: lines.offsetAt({ line, character: 0 }),
    end: lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }),
  };
}
