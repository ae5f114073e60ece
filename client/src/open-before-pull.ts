import { Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Lets the server know a document before it is asked for the document's problems. The language client does not: when it
 * starts while a Markdown document is loaded but not shown, it tells of that one first, and meanwhile asks for the
 * problems of one that is shown. A server that has not been told of it has none to report, and nothing asks again.
 */
export function openBeforePull(): Middleware {
  const opening = new Map<string, Promise<void>>();
  return {
    didOpen: (document, next) => {
      const sent = next(document);
      opening.set(document.uri.toString(), sent);
      return sent;
    },
    didClose: (document, next) => {
      opening.delete(document.uri.toString());
      return next(document);
    },
    provideDiagnostics: async (document, previousResult, token, next) => {
      await opening.get((document instanceof Uri ? document : document.uri).toString());
      return next(document, previousResult, token);
    },
  };
}
