import {
  SemanticTokenModifiers,
  SemanticTokensBuilder,
  SemanticTokenTypes,
  type SemanticTokens,
  type SemanticTokensDelta,
} from 'vscode-languageserver';
import { tokensIn, type TokenKind } from '../features/colouring/tokens';
import type { Span } from '../text/span';
import type { OpenDocument } from '../workspace/open-document';
import { toSpan } from './convert';
import { answer, guard } from './guard';
import type { Capable, Session } from './session';

/** Standard types, which every theme has colours for; the manifest tells VS Code what they are in Markdown. */
const TYPES: Readonly<Record<TokenKind, string>> = {
  placeholder: SemanticTokenTypes.macro,
  requirement: SemanticTokenTypes.type,
  choice: SemanticTokenTypes.enumMember,
  field: SemanticTokenTypes.property,
};
const KINDS = Object.keys(TYPES) as TokenKind[];
const DEFINITION = 1;

/** Semantic tokens for a document, for a part of it, and as what has changed since they were last asked for. */
export function serveSemanticTokens(session: Session): Capable {
  const { connection } = session;
  const builders = new Map<string, SemanticTokensBuilder>();
  const none = (): SemanticTokens => ({ data: [] });

  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    answer<SemanticTokens>(session, 'semantic tokens', token, none(), () => {
      const document = session.documents.get(uri);
      if (!document) return none();
      const builder = new SemanticTokensBuilder();
      builders.set(uri, builder);
      push(builder, document, whole(document));
      return builder.build();
    }),
  );
  connection.languages.semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }, token) =>
    answer<SemanticTokens | SemanticTokensDelta>(session, 'semantic tokens', token, none(), () => {
      const document = session.documents.get(uri);
      if (!document) return none();
      const builder = builders.get(uri) ?? new SemanticTokensBuilder();
      builders.set(uri, builder);
      builder.previousResult(previousResultId);
      push(builder, document, whole(document));
      return builder.buildEdits();
    }),
  );
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
    answer<SemanticTokens>(session, 'semantic tokens', token, none(), () => {
      const document = session.documents.get(uri);
      if (!document) return none();
      const builder = new SemanticTokensBuilder();
      push(builder, document, toSpan(document.lines, range));
      return { data: builder.build().data };
    }),
  );
  session.onDidClose((uri) => builders.delete(uri));
  session.onDidReload(() => {
    if (session.client.workspace?.semanticTokens?.refreshSupport)
      void guard(session.host.log, 'semantic tokens', () => connection.languages.semanticTokens.refresh());
  });

  return {
    capabilities: () => ({
      semanticTokensProvider: {
        legend: {
          tokenTypes: KINDS.map((kind) => TYPES[kind]),
          tokenModifiers: [SemanticTokenModifiers.declaration],
        },
        full: { delta: true },
        range: true,
      },
    }),
  };
}

function whole({ model }: OpenDocument): Span {
  return { start: 0, end: model.tree.length };
}

/** A token ends with its line (LSP 3.17): one of several lines becomes several. */
function push(builder: SemanticTokensBuilder, { spec, lines }: OpenDocument, part: Span): void {
  if (!spec) return;
  for (const { kind, span, isDefinition } of tokensIn(spec, part)) {
    const type = KINDS.indexOf(kind);
    const modifiers = isDefinition ? DEFINITION : 0;
    const { line, character } = lines.positionAt(span.start);
    const pieces = spec.model.tree.slice(span.start, span.end).split(/\r\n|\n|\r/u);
    pieces.forEach((piece, index) => {
      const indent = index === 0 ? 0 : piece.length - piece.trimStart().length;
      const length = piece.trimEnd().length - indent;
      if (length > 0)
        builder.push(line + index, (index === 0 ? character : 0) + indent, length, type, modifiers);
    });
  }
}
