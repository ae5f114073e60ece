import type { CancellationToken } from 'vscode-languageserver';
import { previewOf } from '../features/preview';
import { previewRequest, type PreviewParams, type PreviewResult } from '../protocol';
import { progressIn } from './document-status';
import { answer } from './guard';
import type { Session } from './session';

/** What the editor's preview of a document shows beyond the document. */
export function servePreview(session: Session): void {
  const none: PreviewResult = { version: -1, preview: null };
  session.connection.onRequest(previewRequest, ({ uri }: PreviewParams, token: CancellationToken) =>
    answer<PreviewResult>(session, 'preview', token, none, () => {
      const document = session.documents.get(uri);
      if (!document) return none;
      const { version, spec, lines } = document;
      const progress = progressIn(session, document);
      if (!spec || !progress) return { version, preview: null };
      const { status, phase, placeholders } = previewOf(spec, lines);
      return { version, preview: { status, phase, progress, placeholders: [...placeholders] } };
    }),
  );
}
