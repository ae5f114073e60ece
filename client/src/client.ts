// All that the hosts share.
import { commands, window, type ExtensionContext } from 'vscode';
import { showReferencesCommand } from '../../server/src/protocol';
import { insertTemplate, newSpec } from './commands/insertTemplate';
import { refactoringCommands } from './commands/refactorings';
import { restartServer } from './commands/restartServer';
import { showLog } from './commands/showLog';
import { showReferences } from './commands/showReferences';
import { trackEmptyDocument } from './empty-document';
import type { Host } from './host';
import { LanguageServer } from './language-server';
import { showLanguageStatus } from './languageStatus';
import { showOutline } from './outline/outline-view';
import { watchTemplates } from './template-watcher';

export interface Specwright {
  stop(): Promise<void>;
}

/** Registers what the manifest promises and starts the server, without waiting for it. */
export function startSpecwright(context: ExtensionContext, host: Host): Specwright {
  const log = window.createOutputChannel('Specwright', { log: true });
  const server = new LanguageServer(host, log);
  context.subscriptions.push(
    log,
    commands.registerCommand('specwright.insertTemplate', insertTemplate(server, host, log)),
    commands.registerCommand('specwright.newSpec', newSpec(server, host, log)),
    commands.registerCommand('specwright.restartServer', restartServer(server, log)),
    commands.registerCommand('specwright.showLog', showLog(log)),
    ...refactoringCommands(),
    commands.registerCommand(showReferencesCommand, showReferences),
    showLanguageStatus(server),
    showOutline(context, server, log),
    watchTemplates(server),
    ...trackEmptyDocument(),
  );
  // The language status shows a failure, the log says why.
  server.start().catch((error: unknown) => log.error(String(error)));
  return server;
}
