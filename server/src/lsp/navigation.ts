import {
  DocumentHighlightKind,
  type Definition,
  type DocumentHighlight,
  type Location,
  type LocationLink,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { definitionsOf, type Place } from '../features/navigation/definitions';
import type { Folder, Use } from '../features/navigation/folder';
import { referencesOf, usesInDocument } from '../features/navigation/references';
import { idAt, symbolAt, titleAt, type SymbolAt } from '../features/navigation/symbol-at';
import { asOpen, hasChanged } from '../workspace/folder-documents';
import type { OpenDocument } from '../workspace/open-document';
import { toRange } from './convert';
import { contentModified, folderAround, folderNow, toResponseError } from './folder';
import { answer } from './guard';
import type { Capable, Session } from './session';

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What stands at a position: in an editor that knows Markdown an id only, since it serves links and headings itself. */
export function symbolFor(
  session: Pick<Session, 'editorKnowsMarkdown'>,
  document: OpenDocument,
  position: Position,
  folder: Folder,
): SymbolAt | undefined {
  const offset = document.lines.offsetAt(position);
  return (session.editorKnowsMarkdown ? idAt : symbolAt)(document, offset, folder);
}

/** Definition, references and highlights of ids, headings and links. */
export function serveNavigation(session: Session): Capable {
  const { connection } = session;
  const links = () => session.client.textDocument?.definition?.linkSupport === true;

  connection.onDefinition(({ textDocument, position }, token) =>
    answer<Definition | LocationLink[] | null>(session, 'definition', token, null, async () => {
      const document = session.documents.get(textDocument.uri);
      const folder = document && (await folderAround(session, textDocument.uri, token));
      const symbol = folder && symbolFor(session, document, position, folder);
      if (!symbol) return null;
      const origin = asOpen(document);
      const places = (await definitionsOf(document, symbol, folder)).filter(
        (place) => !isTitleOfEditor(place, document, position),
      );
      if (places.some((place) => place.in && hasChanged(place.in.at)) || hasChanged(origin))
        throw contentModified();
      if (places.length === 0) return null;
      const from = toRange(document.lines, symbol.span);
      return links() ? places.map((place) => toLink(place, from)) : places.map(toLocation);
    }),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    answer<Location[] | null>(session, 'references', token, null, async () => {
      const document = session.documents.get(textDocument.uri);
      const folder = document && (await folderAround(session, textDocument.uri, token));
      const symbol = folder && symbolFor(session, document, position, folder);
      if (!symbol) return null;
      const origin = asOpen(document);
      const found = await referencesOf(document, symbol, folder).catch((error: unknown) => {
        throw toResponseError(error);
      });
      if ([origin, ...found.map(({ at }) => at)].some(hasChanged)) throw contentModified();
      const wanted = found.filter(
        (use) =>
          (context.includeDeclaration || !use.isDefinition) &&
          !isTitleOfEditor({ uri: use.at.document.uri, in: { ...use, whole: use.span } }, document, position),
      );
      return inOrder(wanted, document).map(({ at, span }) => ({
        uri: at.document.uri,
        range: toRange(at.document.lines, span),
      }));
    }),
  );
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    answer<DocumentHighlight[] | null>(session, 'highlights', token, null, () => {
      const document = session.documents.get(textDocument.uri);
      const folder = document && folderNow(session, textDocument.uri, token);
      const symbol = folder && symbolFor(session, document, position, folder);
      if (!symbol) return null;
      const uses = usesInDocument(document, symbol, folder);
      if (uses.length === 0) return null;
      return uses.map(({ span, isDefinition }) => ({
        range: toRange(document.lines, span),
        kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
  return {
    capabilities: () => ({
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
    }),
  };

  /** An editor that knows Markdown lists the heading under the cursor itself; listed twice, it would ask which of the two. */
  function isTitleOfEditor({ uri, in: inside }: Place, document: OpenDocument, position: Position): boolean {
    if (!session.editorKnowsMarkdown || uri !== document.uri || !inside) return false;
    const title = titleAt(document, document.lines.offsetAt(position));
    return title !== undefined && title.span.start <= inside.span.start && inside.span.end <= title.span.end;
  }
}

function toLocation(place: Place): Location {
  const { uri } = place;
  return { uri, range: place.in ? toRange(place.in.at.document.lines, place.in.span) : TOP };
}

function toLink(place: Place, originSelectionRange: Range): LocationLink {
  const { uri: targetUri, range: targetSelectionRange } = toLocation(place);
  const targetRange = place.in ? toRange(place.in.at.document.lines, place.in.whole) : TOP;
  return { originSelectionRange, targetUri, targetRange, targetSelectionRange };
}

/** The document that was asked about first, then the others by their URIs; each from its first place to its last. */
function inOrder(uses: readonly Use[], { uri: own }: OpenDocument): Use[] {
  const key = ({ at: { document } }: Use) => (document.uri === own ? '' : document.uri);
  return [...uses].sort((a, b) => {
    if (key(a) !== key(b)) return key(a) < key(b) ? -1 : 1;
    return a.span.start - b.span.start;
  });
}
