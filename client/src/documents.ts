import { workspace, type Disposable, type TextDocument } from 'vscode';

/**
 * The schemes of documents that a person edits. Not among them: old versions that git shows beside a diff, cells of
 * notebooks, code blocks of a chat. A workspace on any other file system brings its own scheme.
 */
function servedSchemes(): Set<string> {
  const folders = workspace.workspaceFolders ?? [];
  return new Set([
    'file',
    'untitled',
    'vscode-remote',
    'vscode-vfs',
    ...folders.map(({ uri }) => uri.scheme),
  ]);
}

/** The documents that Specwright looks at. */
export function documentSelector(): { scheme: string; language: string }[] {
  return [...servedSchemes()].map((scheme) => ({ scheme, language: 'markdown' }));
}

/** Calls when a folder is added whose documents the selector did not have before. */
export function onDidAddScheme(listener: () => void): Disposable {
  let known = servedSchemes();
  return workspace.onDidChangeWorkspaceFolders(() => {
    const before = known;
    known = servedSchemes();
    if ([...known].some((scheme) => !before.has(scheme))) listener();
  });
}

/** Whether a document is one that a person edits, whatever its language. */
export function isEditedByPeople({ uri }: TextDocument): boolean {
  return servedSchemes().has(uri.scheme);
}

/** Whether there is nothing in it but white space. Reads no further than the first line with text. */
export function isBlank(document: TextDocument): boolean {
  for (let line = 0; line < document.lineCount; line++) {
    if (!document.lineAt(line).isEmptyOrWhitespace) return false;
  }
  return true;
}
