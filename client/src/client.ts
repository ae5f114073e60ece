// All that the hosts share.
import { commands, window, type ExtensionContext } from 'vscode';
import { showReferencesCommand } from '../../server/src/protocol';
import { insertTemplate } from './commands/insertTemplate';
import { newSpec } from './commands/newSpec';
import { refactoringCommands } from './commands/refactorings';
import { restartServer } from './commands/restartServer';
import { saveAsTemplate } from './commands/saveAsTemplate';
import { showLog } from './commands/showLog';
import { showReferences } from './commands/showReferences';
import { trackEmptyDocument } from './empty-document';
import type { Host } from './host';
import { LanguageServer } from './language-server';
import { showLanguageStatus } from './languageStatus';
import { watchTemplates } from './template-watcher';
import { provideTemplatePreview } from './templates/template-preview';

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
    commands.registerCommand('specwright.saveAsTemplate', saveAsTemplate(server, log)),
    provideTemplatePreview(),
    commands.registerCommand('specwright.restartServer', restartServer(server, log)),
    commands.registerCommand('specwright.showLog', showLog(log)),
    ...refactoringCommands(),
    commands.registerCommand(showReferencesCommand, showReferences),
    showLanguageStatus(server),
    watchTemplates(server),
    ...trackEmptyDocument(),
  );
  // The language status shows a failure, the log says why.
  server.start().catch((error: unknown) => log.error(String(error)));
  return server;
}
