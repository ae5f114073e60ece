import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import type { Uri } from 'vscode';

/**
 * `git config user.name` as it is in this folder; without one, as it is for the person. No git and no name are the same here:
 * nothing to fill in.
 */
export function gitUserName(folder: Uri | undefined): Promise<string | undefined> {
  const inFolder = folder?.scheme === 'file' ? ['-C', folder.fsPath] : [];
  // Not started in the folder, where Windows would look for a `git.exe` first.
  const options = { cwd: homedir(), timeout: 3000, windowsHide: true };
  return new Promise((resolve) => {
    execFile('git', [...inFolder, 'config', 'user.name'], options, (error, stdout) => {
      resolve(error ? undefined : stdout.trim() || undefined);
    });
  });
}
