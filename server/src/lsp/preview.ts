import type { CancellationToken } from 'vscode-languageserver';
import { outlineOf } from '../features/outline';
import { previewOf } from '../features/preview';
import { progressOf } from '../features/progress';
import { previewRequest, type PreviewParams, type PreviewResult } from '../protocol';
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
      if (!spec) return { version, preview: null };
      const progress = progressOf(outlineOf(spec));
      const { status, phase, placeholders } = previewOf(spec, lines);
      return { version, preview: { status, phase, progress, placeholders: [...placeholders] } };
    }),
  );
}
