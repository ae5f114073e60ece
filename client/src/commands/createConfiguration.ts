import { l10n, Uri, window, workspace, type LogOutputChannel, type WorkspaceFolder } from 'vscode';
import { fileExists } from '../file-exists';
import { showFailure } from './failure';

/** Opens the `.specwright.json` of a workspace folder; where there is none, one to start from. */
export function createConfiguration(log: LogOutputChannel): () => Promise<void> {
  return async () => {
    try {
      const folder = await chooseFolder();
      if (!folder) return;
      const uri = Uri.joinPath(folder.uri, '.specwright.json');
      if (!(await fileExists(uri))) await workspace.fs.writeFile(uri, new TextEncoder().encode(beginning()));
      await window.showTextDocument(await workspace.openTextDocument(uri));
    } catch (error) {
      await showFailure(l10n.t('The configuration file could not be created.'), error, log);
    }
  };
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0)
    throw new Error(l10n.t('Open a folder first: the file belongs to the folder of a project.'));
  return folders.length === 1 ? folders[0] : window.showWorkspaceFolderPick();
}

function beginning(): string {
  return `// ${l10n.t('What Specwright does in this folder and all folders in it, for everybody and on the command line.')}
{
  // ${l10n.t('Files and folders that are never checked, such as "archive" or "**/drafts/*.md".')}
  "ignore": [],

  // ${l10n.t('Rules that are reported otherwise: "off", "hint", "information", "warning" or "error".')}
  "rules": {},
}
`;
}
