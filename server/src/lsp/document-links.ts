import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks, type DocumentLink as Found } from '../features/navigation/document-links';
import { asOpen, hasChanged } from '../workspace/folder-documents';
import { toRange } from './convert';
import { contentModified } from './folder';
import { answer } from './guard';
import type { Capable, Session } from './session';

/**
 * Links to files: those of Markdown for editors that do not find them themselves, and paths in metadata. Ids are no links, since
 * going to the definition leads from them, and a spec has too many to underline them all.
 */
export function serveDocumentLinks(session: Session): Capable {
  const { connection, host } = session;

  connection.onDocumentLinks(({ textDocument }, token) =>
    answer<DocumentLink[] | null>(session, 'document links', token, null, async () => {
      const document = session.documents.get(textDocument.uri);
      const root = session.workspaces.folderOf(textDocument.uri)?.root;
      if (!document || root === undefined) return null;
      const at = asOpen(document);
      const links = documentLinks(document, root, !session.editorKnowsMarkdown);
      const targets = await Promise.all(links.map(targetOf));
      if (hasChanged(at)) throw contentModified();
      return links.flatMap(({ span }, index) => {
        const target = targets[index];
        return target === undefined ? [] : [{ range: toRange(document.lines, span), target }];
      });
    }),
  );
  return { capabilities: () => ({ documentLinkProvider: {} }) };

  async function targetOf({ uris, isGuess }: Found): Promise<string | undefined> {
    const [first] = uris;
    if (uris.length === 1 && !isGuess) return first;
    for (const uri of uris) if (await host.files.exists(uri.replace(/#.*$/u, ''))) return uri;
    return isGuess ? undefined : first;
  }
}
