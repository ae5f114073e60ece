import { FilePermission, languages, RelativePattern, workspace, type TextDocument } from 'vscode';

/** Whether the editor keeps a person from typing into a document, as far as an extension can know. */
export async function isReadOnly(document: TextDocument): Promise<boolean> {
  const { uri } = document;
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  const settings = workspace.getConfiguration('files', uri);
  const folder = workspace.getWorkspaceFolder(uri);
  const isNamedIn = (setting: string): boolean =>
    Object.entries(settings.get<Record<string, boolean>>(setting, {})).some(([glob, isOn]) => {
      const patterns = folder ? [glob, new RelativePattern(folder, glob)] : [glob];
      return isOn && patterns.some((pattern) => languages.match({ pattern }, document) > 0);
    });
  if (isNamedIn('readonlyInclude') && !isNamedIn('readonlyExclude')) return true;
  // An untitled document is in no file.
  const { permissions = 0 } = await workspace.fs.stat(uri).then(undefined, () => ({ permissions: 0 }));
  return (permissions & FilePermission.Readonly) !== 0;
}
