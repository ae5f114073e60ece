import { MarkupKind, type Hover } from 'vscode-languageserver';
import { hoverAt } from '../features/hover/hover';
import { toMarkdown, toPlainText } from '../features/hover/hover-text';
import { toRange } from './convert';
import { answer } from './guard';
import type { Capable, Session } from './session';

/** Hovers, in Markdown for a client that shows it. */
export function serveHover(session: Session): Capable {
  const { connection } = session;
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer<Hover | null>(session, 'hover', token, null, () => {
      const document = session.documents.get(uri);
      const configuration = session.configurationFor(uri);
      if (!document?.spec) return null;
      const found = hoverAt({
        spec: document.spec,
        offset: document.lines.offsetAt(position),
        problems: session.diagnostics.problems(document, configuration),
        workspace: session.workspaces.view(uri),
        lookup: session.workspaces.lookup(uri),
      });
      if (!found) return null;
      const formats = session.client.textDocument?.hover?.contentFormat ?? [];
      const contents = formats.includes(MarkupKind.Markdown)
        ? { kind: MarkupKind.Markdown, value: toMarkdown(found.blocks) }
        : { kind: MarkupKind.PlainText, value: toPlainText(found.blocks) };
      return { contents, range: toRange(document.lines, found.span) };
    }),
  );
  return { capabilities: () => ({ hoverProvider: true }) };
}
