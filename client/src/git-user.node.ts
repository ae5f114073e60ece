import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import type { Uri } from 'vscode';

/** `git config user.name` as it is in this folder. No git and no name are the same here: nothing to fill in. */
export function gitUserName(folder: Uri | undefined): Promise<string | undefined> {
  const cwd = folder?.scheme === 'file' ? folder.fsPath : homedir();
  return new Promise((resolve) => {
    execFile('git', ['config', 'user.name'], { cwd, timeout: 3000, windowsHide: true }, (error, stdout) => {
      resolve(error ? undefined : stdout.trim() || undefined);
    });
  });
}
