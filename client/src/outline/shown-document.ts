import { languages, TabInputText, TabInputTextDiff, window, type TextDocument } from 'vscode';
import { documentSelector } from '../documents';

/**
 * The document whose outline is shown: that of the active editor. While the focus is in a preview, in the output or another place
 * without a document of its own, it stays the one before, as long as that is open in a tab.
 */
export function shownDocument(previous: TextDocument | undefined): TextDocument | undefined {
  const editor = window.activeTextEditor;
  if (editor?.viewColumn !== undefined) return isServed(editor.document) ? editor.document : undefined;
  return previous && !previous.isClosed && isInTab(previous) ? previous : undefined;
}

/** Not a side of a comparison, which is to be read and not to be worked on. */
function isServed(document: TextDocument): boolean {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = document.uri.toString();
  const isCompared =
    input instanceof TabInputTextDiff &&
    (input.modified.toString() === uri || input.original.toString() === uri);
  return !isCompared && languages.match(documentSelector(), document) > 0;
}

function isInTab({ uri }: TextDocument): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
}
