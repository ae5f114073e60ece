import {
  FoldingRangeKind,
  type FoldingRange,
  type FoldingRangeClientCapabilities,
} from 'vscode-languageserver';
import { BEYOND_MARKDOWN, foldsOf, type Fold, type FoldKind } from '../features/folding';
import type { OpenDocument } from '../workspace/open-document';
import { toRange } from './convert';
import { answer } from './guard';
import type { Capable, Session } from './session';

const KINDS: Readonly<Partial<Record<FoldKind, FoldingRangeKind>>> = {
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
  'front-matter': FoldingRangeKind.Region,
};

/** Folding ranges; where the editor folds Markdown itself, what it does not know. */
export function serveFolding(session: Session): Capable {
  const { connection } = session;
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer<FoldingRange[]>(session, 'folding ranges', token, [], () => {
      const document = session.documents.get(uri);
      if (!document?.spec) return [];
      const folds = foldsOf(document.spec).filter(
        ({ kind }) => !session.editorKnowsMarkdown || BEYOND_MARKDOWN.has(kind),
      );
      return toFoldingRanges(folds, document, session.client.textDocument?.foldingRange);
    }),
  );
  return { capabilities: () => ({ foldingRangeProvider: true }) };
}

function toFoldingRanges(
  folds: readonly Fold[],
  { lines }: OpenDocument,
  client: FoldingRangeClientCapabilities = {},
): FoldingRange[] {
  // A client says how many it takes: the longest are those that help most.
  const longest = [...folds].sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  const taken = new Set(longest.slice(0, client.rangeLimit ?? longest.length));
  return folds
    .filter((fold) => taken.has(fold))
    .map(({ kind, span }) => {
      const { start, end } = toRange(lines, span);
      return {
        startLine: start.line,
        endLine: end.line,
        // Without a start it folds from the end of its first line, which stays to be read (LSP 3.17).
        ...(client.lineFoldingOnly ? {} : { endCharacter: end.character }),
        ...(KINDS[kind] ? { kind: KINDS[kind] } : {}),
      };
    });
}
