// The extension on a desktop or a remote machine: the server is a Node process beside it.
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { startSpecwright, type Specwright } from './client';
import { gitUserName } from './git-user.node';

let specwright: Specwright | undefined;

/** What it returns is for VS Code's Markdown extension, which asks for it by name. */
export function activate(context: ExtensionContext): Pick<Specwright, 'extendMarkdownIt'> {
  const module = Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
  const transport = TransportKind.ipc;
  const server: ServerOptions = {
    run: { module, transport },
    debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  specwright = startSpecwright(context, {
    createClient: (id, name, options) => new QuietClient(id, name, server, options),
    gitUserName,
  });
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
