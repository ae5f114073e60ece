import { EventEmitter, extensions, l10n, type LogOutputChannel } from 'vscode';
import {
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  documentStatusNotification,
  specsChangedNotification,
  type DocumentStatusParams,
  type InitializationOptions,
} from '../../server/src/protocol';
import { documentSelector } from './documents';
import { answerFileRequests } from './files';
import type { Host } from './host';
import { openBeforePull } from './open-before-pull';
import { Turns } from './turns';

export type ServerState = 'starting' | 'running' | 'failed';

/** The language server as the extension sees it: one that can be asked, restarted and that says how it is. */
export class LanguageServer {
  #client: BaseLanguageClient | undefined;
  #state: ServerState = 'starting';
  #started: Promise<void> = Promise.resolve();
  readonly #restarts = new Turns();
  readonly #stateChanged = new EventEmitter<ServerState>();
  readonly #documentChecked = new EventEmitter<DocumentStatusParams>();
  readonly #specsChanged = new EventEmitter<void>();

  readonly onDidChangeState = this.#stateChanged.event;
  readonly onDidCheckDocument = this.#documentChecked.event;
  readonly onDidChangeSpecs = this.#specsChanged.event;

  constructor(
    private readonly host: Host,
    private readonly log: LogOutputChannel,
  ) {}

  get state(): ServerState {
    return this.#state;
  }

  /** Rejects when the server does not come up; the log has the reason. */
  start(): Promise<void> {
    const options: LanguageClientOptions = {
      documentSelector: documentSelector(),
      synchronize: { configurationSection: 'specwright' },
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      middleware: openBeforePull(),
      initializationOptions: {
        markdownSupport: hasMarkdownSupport(),
        showsReferences: true,
        ...(l10n.bundle ? { l10n: l10n.bundle } : {}),
        validatesConfiguration: extensions.getExtension('vscode.json-language-features') !== undefined,
      } satisfies InitializationOptions,
    };
    const client = this.host.createClient('specwright', 'Specwright', options);
    answerFileRequests(client);
    this.#client = client;
    client.onDidChangeState(({ newState }) => {
      if (client === this.#client) this.#setState(serverState(newState));
    });
    client.onNotification(documentStatusNotification, (status: DocumentStatusParams) => {
      this.#documentChecked.fire(status);
    });
    client.onNotification(specsChangedNotification, () => this.#specsChanged.fire());
    this.#started = client.start();
    void this.#started.then(
      () => this.log.info('The language server is running.'),
      () => {}, // whoever started it hears of it
    );
    return this.#started;
  }

  /** A server that was started while the one before still stops would be nobody's. */
  restart(): Promise<void> {
    return this.#restarts.add(async () => {
      this.#setState('starting');
      await this.stop();
      await this.start();
    });
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // One that never came up cannot be shut down in order, and need not be.
    await client?.dispose().catch((error: unknown) => this.log.debug(String(error)));
  }

  /** Waits for the server to be up. */
  async request<Result>(method: string, params: object = {}): Promise<Result> {
    await this.#restarts.done;
    await this.#started;
    if (!this.#client) throw new Error(l10n.t('The language server is not running.'));
    return this.#client.sendRequest<Result>(method, params);
  }

  /** A server that is not running misses nothing: it looks for itself when it starts. */
  notify(method: string, params: object): void {
    if (this.#client?.isRunning()) void this.#client.sendNotification(method, params);
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}

/** Whether VS Code's own support for Markdown is there, which can be switched off. */
function hasMarkdownSupport(): boolean {
  return extensions.getExtension('vscode.markdown-language-features') !== undefined;
}

function serverState(state: State): ServerState {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'failed';
}
