import {
  Disposable,
  RelativePattern,
  workspace,
  type FileSystemWatcher,
  type Uri,
  type WorkspaceFolder,
} from 'vscode';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient';
import type { LanguageServer } from './language-server';

/** Tells the server when a template of the workspace is added, changed or deleted. */
export function watchTemplates(server: LanguageServer): Disposable {
  let watchers: FileSystemWatcher[] = [];
  const stop = (): void => {
    for (const watcher of watchers) watcher.dispose();
  };
  const watch = (): void => {
    stop();
    watchers = (workspace.workspaceFolders ?? []).map((folder) => watchFolder(folder, server));
  };
  watch();
  return Disposable.from(
    { dispose: stop },
    workspace.onDidChangeWorkspaceFolders(watch),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('specwright.templates.folder')) watch();
    }),
  );
}

function watchFolder(folder: WorkspaceFolder, server: LanguageServer): FileSystemWatcher {
  const configuration = workspace.getConfiguration('specwright', folder);
  const templates = configuration
    .get<string>('templates.folder', '.specwright/templates')
    .replace(/[\\/]+$/, '');
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, `${templates}/**/*.md`));
  const report = (type: FileChangeType) => (uri: Uri) => {
    server.notify(DidChangeWatchedFilesNotification.method, { changes: [{ uri: uri.toString(), type }] });
  };
  watcher.onDidCreate(report(FileChangeType.Created));
  watcher.onDidChange(report(FileChangeType.Changed));
  watcher.onDidDelete(report(FileChangeType.Deleted));
  return watcher;
}
