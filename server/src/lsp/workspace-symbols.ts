import {
  SymbolKind,
  type CancellationToken,
  type Location,
  type Range,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { modelOf } from '../features/navigation/folder';
import { definitionsOf } from '../features/navigation/requirement-owners';
import { ownIdSpan } from '../features/navigation/spec-id-uses';
import {
  summaryOf,
  titlesOf,
  workspaceSymbols,
  type Searched,
  type Summary,
  type WorkspaceSymbolEntry,
} from '../features/navigation/workspace-symbols';
import { documentKey, readDocumentId } from '../template/spec-id';
import { outlineDocument } from '../workspace/index/skim';
import type { WorkspaceIndex } from '../workspace/index/workspace-index';
import { OpenDocument } from '../workspace/open-document';
import { escapedUri, plainUri } from '../workspace/uri';
import { toRange } from './convert';
import { answer } from './guard';
import type { Capable, Session } from './session';

const KINDS: Readonly<Record<WorkspaceSymbolEntry['kind'], SymbolKind>> = {
  spec: SymbolKind.File,
  'spec-id': SymbolKind.Constant,
  section: SymbolKind.String,
  requirement: SymbolKind.Constant,
};
const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
/** Without a client that asks for places later, they are all read at once. */
const MOST_READ_AT_ONCE = 50;

/** Specs, ids and sections of all folders. Where one stands is read when a person goes there, if the client can ask then. */
export function serveWorkspaceSymbols(session: Session): Capable {
  const { connection } = session;
  /** By the titles of the file, which are other ones once it has changed. */
  const summaries = new WeakMap<readonly string[], Promise<Summary | undefined>>();
  const resolves = () =>
    session.client.workspace?.symbol?.resolveSupport?.properties.includes('location.range') ?? false;

  connection.onWorkspaceSymbol(({ query }, token) =>
    answer<WorkspaceSymbol[] | null>(session, 'workspace symbols', token, null, async () => {
      const documents = [...session.workspaces.all()].flatMap(([, index]) => searchedIn(index, token));
      const found = await workspaceSymbols(documents, query, !session.editorKnowsMarkdown);
      if (token.isCancellationRequested) return null;
      const shown = resolves() ? found : found.slice(0, MOST_READ_AT_ONCE);
      const symbols = shown.map(toSymbol);
      return resolves() ? symbols : placed(symbols, token);
    }),
  );
  connection.onWorkspaceSymbolResolve((symbol, token) =>
    answer<WorkspaceSymbol>(session, 'workspace symbol', token, symbol, async () => {
      const [found] = await placed([symbol], token);
      return found ?? symbol;
    }),
  );
  return { capabilities: () => ({ workspaceSymbolProvider: { resolveProvider: true } }) };

  function searchedIn(index: WorkspaceIndex, token: CancellationToken): Searched[] {
    const { documents } = index.snapshot.catalogue;
    const open = openDocuments();
    const uris = new Set([...index.titles.keys(), ...documents.keys()]);
    return [...uris].map((uri): Searched => {
      const exports = documents.get(uri);
      const document = open.get(uri);
      if (document)
        return { uri, exports, titles: titlesOf(document), spec: () => Promise.resolve(summaryOf(document)) };
      const titles = index.titles.get(uri) ?? [];
      return { uri, exports, titles, spec: () => summaryOfFile(uri, titles, token) };
    });
  }

  function summaryOfFile(
    uri: string,
    titles: readonly string[],
    token: CancellationToken,
  ): Promise<Summary | undefined> {
    let known = summaries.get(titles);
    // What nobody waits for any longer is read when somebody does.
    if (!known && token.isCancellationRequested) return Promise.resolve(undefined);
    if (!known) {
      const read = session.host.files.readText(escapedUri(uri)).then(
        (text) => summaryOf(outlineDocument(uri, text, (each) => session.choiceFor(each))),
        () => undefined,
      );
      summaries.set(titles, (known = read));
    }
    return known;
  }

  function openDocuments(): ReadonlyMap<string, OpenDocument> {
    return new Map(Array.from(session.documents.all(), (document) => [plainUri(document.uri), document]));
  }

  /** The symbols with their places; each document is read once. */
  async function placed(
    symbols: readonly WorkspaceSymbol[],
    token: CancellationToken,
  ): Promise<WorkspaceSymbol[]> {
    const open = openDocuments();
    const read = new Map<string, Promise<OpenDocument | undefined>>();
    const found: WorkspaceSymbol[] = [];
    for (const symbol of symbols) {
      const entry = symbol.data as WorkspaceSymbolEntry | undefined;
      if (!entry || token.isCancellationRequested) break;
      if (!read.has(entry.uri)) read.set(entry.uri, readDocument(entry.uri, open));
      const document = await read.get(entry.uri);
      const location: Location = {
        uri: document?.uri ?? escapedUri(entry.uri),
        range: document ? rangeOf(document, entry) : TOP,
      };
      found.push({ ...symbol, location });
    }
    return found;
  }

  async function readDocument(
    uri: string,
    open: ReadonlyMap<string, OpenDocument>,
  ): Promise<OpenDocument | undefined> {
    const known = open.get(uri);
    if (known) return known;
    const text = await session.host.files.readText(escapedUri(uri)).catch(() => undefined);
    const plain = text?.replace(/^\uFEFF/u, '');
    return plain === undefined
      ? undefined
      : new OpenDocument(escapedUri(uri), plain, session.choiceFor(escapedUri(uri)));
  }
}

function toSymbol(entry: WorkspaceSymbolEntry): WorkspaceSymbol {
  const { kind, name, container, uri } = entry;
  return {
    name,
    kind: KINDS[kind],
    containerName: container,
    location: { uri: escapedUri(uri) },
    data: entry,
  };
}

/** Where a symbol stands in its document; the top where it is no longer there. */
function rangeOf(document: OpenDocument, { kind, name, key }: WorkspaceSymbolEntry): Range {
  const model = modelOf(document);
  const { sections } = model.shape;
  const id = kind === 'spec-id' ? readDocumentId(name) : undefined;
  const section =
    kind === 'section'
      ? sections.slice(1).filter(({ title }) => title === name || sameWords(title, name))[Number(key)]
      : sections[0];
  const span =
    (kind === 'requirement' ? definitionsOf(model, String(key))[0]?.span : undefined) ??
    (id && ownIdSpan(document, documentKey(id))) ??
    (section && kind !== 'requirement' ? model.titleSpan(section) : undefined);
  return span ? toRange(document.lines, span) : TOP;
}

/** Whether a title as a file has it, marks and all, is one as it is read. */
function sameWords(title: string, written: string): boolean {
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words(title) === words(written);
}
