// All that the hosts share.
import { commands, window, type ExtensionContext } from 'vscode';
import { showReferencesCommand } from '../../server/src/protocol';
import { chooseTemplate } from './commands/chooseTemplate';
import { createConfiguration } from './commands/createConfiguration';
import { insertTemplate } from './commands/insertTemplate';
import { newSpec } from './commands/newSpec';
import { openWalkthrough } from './commands/openWalkthrough';
import { refactoringCommands } from './commands/refactorings';
import { restartServer } from './commands/restartServer';
import { saveAsTemplate } from './commands/saveAsTemplate';
import { showLog } from './commands/showLog';
import { showReferences } from './commands/showReferences';
import { onDidAddScheme } from './documents';
import { trackEmptyDocument } from './empty-document';
import type { Host } from './host';
import { LanguageServer } from './language-server';
import { showLanguageStatus } from './languageStatus';
import { showOutline } from './outline/outline-view';
import { PreviewExtension, type ExtendMarkdownIt } from './preview/preview-extension';
import { specsCommands } from './specs/commands';
import { SpecsView } from './specs/specs-view';
import { provideTemplatePreview } from './templates/template-preview';

export interface Specwright {
  stop(): Promise<void>;
  readonly extendMarkdownIt: ExtendMarkdownIt;
}

/** Registers what the manifest promises and starts the server, without waiting for it. */
export function startSpecwright(context: ExtensionContext, host: Host): Specwright {
  const log = window.createOutputChannel('Specwright', { log: true });
  const server = new LanguageServer(host, log);
  const preview = new PreviewExtension(server);
  context.subscriptions.push(
    log,
    preview,
    commands.registerCommand('specwright.insertTemplate', insertTemplate(server, host, log)),
    commands.registerCommand('specwright.newSpec', newSpec(server, host, log)),
    commands.registerCommand('specwright.chooseTemplate', chooseTemplate(server, log)),
    commands.registerCommand('specwright.openWalkthrough', openWalkthrough(context)),
    commands.registerCommand('specwright.createConfiguration', createConfiguration(log)),
    commands.registerCommand('specwright.saveAsTemplate', saveAsTemplate(server, log)),
    provideTemplatePreview(),
    commands.registerCommand('specwright.restartServer', restartServer(server, log)),
    commands.registerCommand('specwright.showLog', showLog(log)),
    ...refactoringCommands(server),
    commands.registerCommand(showReferencesCommand, showReferences),
    showLanguageStatus(server),
    showOutline(context, server, log),
    ...trackEmptyDocument(),
    // A client tells the server of the documents that it was started for.
    onDidAddScheme(() => void server.restart().catch((error: unknown) => log.error(String(error)))),
  );
  const specs = new SpecsView(server, context.workspaceState, log);
  context.subscriptions.push(specs, ...specsCommands(specs));
  // The language status shows a failure, the log says why.
  server.start().catch((error: unknown) => log.error(String(error)));
  return { stop: () => server.stop(), extendMarkdownIt: preview.extendMarkdownIt };
}
