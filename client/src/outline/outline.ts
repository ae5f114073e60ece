import {
  commands,
  Disposable,
  EventEmitter,
  window,
  workspace,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import { outlineRequest, type OutlineParams, type OutlineResult } from '../../../server/src/protocol';
import type { LanguageServer } from '../language-server';
import { Entries, takePlaces } from './entries';
import { shownDocument } from './shown-document';

/** What there is to show; a context key of this name says so to the welcome texts and menus of the manifest. */
type Showing = 'nothing' | 'starting' | 'failed' | 'disabled' | 'noSpec' | 'spec';
const contextKey = 'specwright.outline.showing';

/** The outline of the document that the person works on, kept up with it as long as somebody looks. */
export class Outline {
  /** What the person works on; what is shown is of it once the server has answered. */
  #wanted: TextDocument | undefined;
  #document: TextDocument | undefined;
  #result: OutlineResult | undefined;
  #entries = new Entries();
  #showing: Showing | undefined;
  #isWanted = false;
  #asking: Promise<void> | undefined;
  #askAgain = false;
  readonly #changed = new EventEmitter<{ entries: boolean }>();

  /** `entries`: whether more has changed than the places of the entries. */
  readonly onDidChange = this.#changed.event;
  readonly disposable: Disposable;

  constructor(
    private readonly server: LanguageServer,
    private readonly log: LogOutputChannel,
  ) {
    this.disposable = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#look()),
      window.tabGroups.onDidChangeTabs(() => this.#look()),
      workspace.onDidOpenTextDocument(() => this.#look()),
      workspace.onDidCloseTextDocument(() => this.#look()),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('specwright')) void this.refresh();
      }),
      server.onDidChangeState(() => void this.refresh()),
      server.onDidCheckDocument(({ uri }) => {
        if (uri === this.#wanted?.uri.toString()) void this.refresh();
      }),
    );
    this.#look();
  }

  /** The document that the entries are of. */
  get document(): TextDocument | undefined {
    return this.#document;
  }

  get entries(): Entries {
    return this.#entries;
  }

  get result(): OutlineResult | undefined {
    return this.#result;
  }

  /** Whether the places of the entries are those of the document as it is now. */
  get isCurrent(): boolean {
    return this.#result !== undefined && this.#result.version === this.#document?.version;
  }

  /** Nothing is asked of the server while nobody looks. */
  set isWanted(isWanted: boolean) {
    this.#isWanted = isWanted;
    if (isWanted) void this.refresh();
  }

  /** Asks the server again; those who ask meanwhile get one more answer together. */
  refresh(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      return this.#asking;
    }
    this.#asking = this.#askUntilCurrent().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #askUntilCurrent(): Promise<void> {
    do {
      this.#askAgain = false;
      await this.#ask();
    } while (this.#askAgain);
  }

  async #ask(): Promise<void> {
    const document = this.#wanted;
    if (!document) return this.#show('nothing', undefined);
    if (!workspace.getConfiguration('specwright', document).get<boolean>('enable', true))
      return this.#show('disabled', undefined);
    // What was shown stays while the server starts again.
    if (this.server.state !== 'running')
      return this.#show(this.server.state, document === this.#document ? this.#result : undefined);
    if (!this.#isWanted) return;
    try {
      const params: OutlineParams = { uri: document.uri.toString() };
      const result = await this.server.request<OutlineResult | null>(outlineRequest, params);
      if (document !== this.#wanted) this.#askAgain = true;
      else this.#show(result ? 'spec' : 'noSpec', result ?? undefined);
    } catch (error) {
      this.log.debug(String(error));
    }
  }

  #look(): void {
    const document = shownDocument(this.#wanted);
    if (document === this.#wanted) return;
    this.#wanted = document;
    void this.refresh();
  }

  #show(showing: Showing, result: OutlineResult | undefined): void {
    if (showing !== this.#showing) void commands.executeCommand('setContext', contextKey, showing);
    this.#showing = showing;
    const isSame =
      result !== undefined &&
      this.#document === this.#wanted &&
      takePlaces(this.#entries.roots, result.entries);
    const hadAny = this.#result !== undefined;
    if (!isSame && (result || hadAny)) this.#entries = new Entries(result?.entries);
    this.#result = result;
    this.#document = this.#wanted;
    if (result || hadAny) this.#changed.fire({ entries: !isSame });
  }
}
