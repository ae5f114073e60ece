import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import { symbolsOf, type SectionSymbol } from '../features/symbols';
import type { OpenDocument } from '../workspace/open-document';
import { toRange } from './convert';
import { answer } from './guard';
import type { Capable, Session } from './session';

/** Document symbols, for editors that do not list the headings of Markdown themselves. */
export function serveDocumentSymbols(session: Session): Capable {
  const { connection } = session;
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer<DocumentSymbol[] | SymbolInformation[]>(session, 'document symbols', token, [], () => {
      const document = session.documents.get(uri);
      if (!document?.spec) return [];
      const symbols = symbolsOf(document.spec);
      return session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport
        ? symbols.map((symbol) => nested(document, symbol))
        : symbols.flatMap((symbol) => flat(document, symbol));
    }),
  );
  return { capabilities: () => (session.editorKnowsMarkdown ? {} : { documentSymbolProvider: true }) };
}

/** Headings are strings to LSP's kinds of symbols, as in VS Code. */
const kind = SymbolKind.String;

function nested(document: OpenDocument, symbol: SectionSymbol): DocumentSymbol {
  const { name, detail, span, headingSpan, children } = symbol;
  return {
    name,
    ...(detail === '' ? {} : { detail }),
    kind,
    range: toRange(document.lines, span),
    selectionRange: toRange(document.lines, headingSpan),
    children: children.map((child) => nested(document, child)),
  };
}

function flat(document: OpenDocument, symbol: SectionSymbol, containerName?: string): SymbolInformation[] {
  const { name, span, children } = symbol;
  const location = { uri: document.uri, range: toRange(document.lines, span) };
  const own = { name, kind, location, ...(containerName === undefined ? {} : { containerName }) };
  return [own, ...children.flatMap((child) => flat(document, child, name))];
}
