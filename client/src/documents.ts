import { workspace, type TextDocument } from 'vscode';

/**
 * The schemes of documents that a person edits. Not among them: old versions that git shows beside a diff, cells of
 * notebooks, code blocks of a chat. A workspace on any other file system brings its own scheme.
 */
export function documentSelector(): { scheme: string; language: string }[] {
  const folders = workspace.workspaceFolders ?? [];
  const schemes = new Set([
    'file',
    'untitled',
    'vscode-remote',
    'vscode-vfs',
    ...folders.map(({ uri }) => uri.scheme),
  ]);
  return [...schemes].map((scheme) => ({ scheme, language: 'markdown' }));
}

/** Whether there is nothing in it but white space. Reads no further than the first line with text. */
export function isBlank(document: TextDocument): boolean {
  for (let line = 0; line < document.lineCount; line++) {
    if (!document.lineAt(line).isEmptyOrWhitespace) return false;
  }
  return true;
}
