import { workspace, type Uri } from 'vscode';
import type { Host } from './host';

/** The name to fill in for the author: the setting, else git's. Without one the template's placeholder stays. */
export async function authorName(host: Host, document: Uri | undefined): Promise<string | undefined> {
  const setting = workspace.getConfiguration('specwright', document).get<string>('author', '').trim();
  if (setting !== '') return setting;
  // The configuration of a repository that nobody vouches for is not git's to read.
  if (!workspace.isTrusted) return host.gitUserName(undefined);
  const folder = document && workspace.getWorkspaceFolder(document);
  return host.gitUserName((folder ?? workspace.workspaceFolders?.[0])?.uri);
}
