import { l10n, window, type LogOutputChannel } from 'vscode';

/** Tells the person that the command they ran failed, with the way to the details. */
export async function showFailure(message: string, error: unknown, log: LogOutputChannel): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  log.error(`${message} ${reason}`);
  const show = l10n.t('Show Log');
  if ((await window.showErrorMessage(`${message} ${reason}`, show)) === show) log.show();
}
