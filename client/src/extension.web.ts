// The extension in a browser: the server is a web worker, and asks the client for files.
import { Uri, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { startSpecwright, type Specwright } from './client';

let specwright: Specwright | undefined;

/** What it returns is for VS Code's Markdown extension, which asks for it by name. */
export function activate(context: ExtensionContext): Pick<Specwright, 'extendMarkdownIt'> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  let worker: Worker | undefined;
  // Its transports, not the worker itself: what `new Worker` makes in this host is no `instanceof Worker`, by which the
  // language client would know it.
  const startWorker = (): Promise<MessageTransports> => {
    worker?.terminate(); // A server that was told to exit cannot end its worker by itself.
    worker = new Worker(script);
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  specwright = startSpecwright(context, {
    createClient: (id, name, options) => new QuietClient(id, name, startWorker, options),
    gitUserName: () => Promise.resolve(undefined),
  });
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return { extendMarkdownIt: specwright.extendMarkdownIt };
}

export function deactivate(): Promise<void> | undefined {
  return specwright?.stop();
}

/** Logs a failure of the server instead of interrupting the person: the language status shows it. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
