import type { LogOutputChannel } from 'vscode';

export function showLog(log: LogOutputChannel) {
  return (): void => log.show();
}
