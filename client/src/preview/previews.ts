import { commands, Disposable, l10n, TabInputCustom, TabInputWebview, window, workspace } from 'vscode';
import { previewRequest, type PreviewResult, type SpecPreview } from '../../../server/src/protocol';
import type { LanguageServer } from '../language-server';
import { shiftPlaceholders, type Change } from './shift-placeholders';

/** How long after something changed a preview is rendered again: after VS Code has done so itself for what was typed (300 ms). */
const SETTLE_MS = 400;

/** The version of what may not be so any more. */
const OUTDATED = -1;

/** What is known of a document. */
interface Known {
  /** The version of the document that this was said of, or `OUTDATED`. */
  readonly version: number;
  readonly preview: SpecPreview | null;
  /** What was typed since, in the order of typing; its placeholders have not been moved by it yet. */
  readonly typed: Change[];
}

/**
 * What is shown above and in the previews of specs. VS Code renders without waiting, so it gets what was last known; when the server
 * says otherwise, what is shown is rendered again.
 */
export class Previews {
  private readonly known = new Map<string, Known>();
  /** What each document was last rendered with. */
  private readonly rendered = new Map<string, string>();
  /** The documents that the server is being asked about, and whether it is to be asked again. */
  private readonly asking = new Map<string, boolean>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly server: LanguageServer) {}

  /** What is known of a document that is being rendered. */
  previewOf(uri: string): SpecPreview | undefined {
    const preview = this.current(uri);
    this.rendered.set(uri, keyOf(preview));
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
    if (document?.languageId === 'markdown' && document.version !== this.known.get(uri)?.version)
      void this.ask(uri);
    return preview;
  }

  /** Follows what happens to documents. */
  follow(): Disposable {
    return Disposable.from(
      { dispose: () => clearTimeout(this.timer) },
      this.server.onDidCheckDocument(({ uri, template }) => {
        const known = this.known.get(uri);
        if ((template !== null && !known) || (this.rendered.has(uri) && isPreviewShown())) void this.ask(uri);
        // Asked when it is rendered next: something else than its text may have changed.
        else if (known) this.known.set(uri, { ...settled(known), version: OUTDATED });
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Placeholders may be many, and nobody sees them before the next rendering.
        const known = this.known.get(document.uri.toString());
        if (known?.preview) known.typed.push(...contentChanges);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.known.delete(uri.toString());
        this.rendered.delete(uri.toString());
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('specwright.preview')) this.refreshLater();
      }),
    );
  }

  private current(uri: string): SpecPreview | undefined {
    const known = this.known.get(uri);
    if (!known?.preview || !isWanted(uri)) return undefined;
    const now = settled(known);
    this.known.set(uri, now);
    return now.preview ?? undefined;
  }

  private async ask(uri: string): Promise<void> {
    const isAsking = this.asking.has(uri);
    this.asking.set(uri, isAsking);
    if (isAsking) return;
    try {
      const { version, preview } = await this.server.request<PreviewResult>(previewRequest, { uri });
      const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
      // Asked again when the document is checked next.
      if (version < 0 || document?.version !== version) return;
      this.known.set(uri, { version, preview, typed: [] });
      this.refreshLater();
    } catch {
      // A server that is not running is shown elsewhere; the preview is then VS Code's own.
    } finally {
      const again = this.asking.get(uri);
      this.asking.delete(uri);
      if (again) void this.ask(uri);
    }
  }

  /** Renders again what was rendered with something else, once nobody types. It is a page that is loaded anew. */
  private refreshLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const isStale = [...this.rendered].some(([uri, key]) => key !== keyOf(this.current(uri)));
      if (isStale && isPreviewShown()) void commands.executeCommand('markdown.preview.refresh');
    }, SETTLE_MS);
  }
}

/** What is known, with the placeholders where they are after what was typed. */
function settled(known: Known): Known {
  const { version, preview, typed } = known;
  if (!preview || typed.length === 0) return known;
  const placeholders = typed.reduce(shiftPlaceholders, preview.placeholders);
  return { version, preview: { ...preview, placeholders }, typed: [] };
}

/** The words of the preview in the language of VS Code. */
export const previewWords = {
  get summary(): string {
    return l10n.t('Status of the specification');
  },
  get placeholder(): string {
    return l10n.t('Not filled in yet');
  },
  status({ status, phase }: SpecPreview): string {
    if (status !== null) return status;
    if (phase === 'approved') return l10n.t('Approved');
    return phase === 'review' ? l10n.t('In Review') : l10n.t('Draft');
  },
  progress({ complete, total }: SpecPreview['progress']): string {
    return l10n.t('{0} of {1} complete', complete, total);
  },
};

function keyOf(preview: SpecPreview | undefined): string {
  return preview ? JSON.stringify([preview.status, preview.phase, preview.progress, placesOf(preview)]) : '';
}

/** Without the characters, which follow the typing and show nowhere. */
function placesOf({ placeholders }: SpecPreview): unknown[] {
  return placeholders.map(({ line, text, nth, of }) => [line, text, nth, of]);
}

function isWanted(uri: string): boolean {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
  return workspace.getConfiguration('specwright', document?.uri).get('preview.enable', true);
}

/** Whether any preview of Markdown is open. */
function isPreviewShown(): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof TabInputWebview || input instanceof TabInputCustom) &&
        input.viewType.includes('markdown.preview'),
    ),
  );
}
