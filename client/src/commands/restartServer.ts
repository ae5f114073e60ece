import { l10n, type LogOutputChannel } from 'vscode';
import type { LanguageServer } from '../language-server';
import { showFailure } from './failure';

export function restartServer(server: LanguageServer, log: LogOutputChannel) {
  return async (): Promise<void> => {
    try {
      await server.restart();
    } catch (error) {
      await showFailure(l10n.t('The Specwright language server did not start.'), error, log);
    }
  };
}
