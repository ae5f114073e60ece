import { outlineOf } from '../features/outline';
import { progressOf } from '../features/progress';
import { documentStatusNotification, type DocumentStatusParams } from '../protocol';
import type { Problem } from '../rules/engine/problem';
import type { OpenDocument } from '../workspace/open-document';
import { guard } from './guard';
import type { Session } from './session';

/** How long a document must be left alone before the client hears how it stands: nobody reads that between two keys. */
const QUIET_MS = 150;

type Counted = Pick<Problem, 'severity'>;

/** Tells the client how documents stand, once they have been left alone for a moment. */
export class DocumentStatuses {
  private readonly found = new Map<string, readonly Counted[]>();
  private readonly lastSent = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: Session) {}

  /** Notes what a check found; a later check of the same document takes its place. */
  checked({ uri }: OpenDocument, problems: readonly Counted[]): void {
    this.found.set(uri, problems);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), QUIET_MS);
  }

  forget(uri: string): void {
    this.found.delete(uri);
    this.lastSent.delete(uri);
  }

  private send(): void {
    const found = [...this.found];
    this.found.clear();
    for (const [uri, problems] of found) {
      const document = this.session.documents.get(uri);
      if (!document) continue;
      void guard(this.session.host.log, 'status', async () => {
        const status = this.statusOf(document, problems);
        const text = JSON.stringify(status);
        if (this.lastSent.get(uri) === text) return;
        this.lastSent.set(uri, text);
        await this.session.connection.sendNotification(documentStatusNotification, status);
      });
    }
  }

  private statusOf(document: OpenDocument, found: readonly Counted[]): DocumentStatusParams {
    const { uri, version, spec } = document;
    const problems = { error: 0, warning: 0, info: 0, hint: 0 };
    for (const { severity } of found) problems[severity] += 1;
    if (!spec) return { uri, version, template: null, progress: null, problems };
    const { id, name } = spec.schema;
    const template = { id, name, confidence: spec.confidence };
    return { uri, version, template, progress: progressOf(outlineOf(spec)), problems };
  }
}
