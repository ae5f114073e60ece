import { commands, window, workspace, type Disposable } from 'vscode';
import { isBlank, isEditedByPeople } from './documents';

/** The context key by which the manifest offers a template in the title of an empty editor. */
const contextKey = 'specwright.documentEmpty';

/** Keeps the context key true as long as the active editor is on an empty document. */
export function trackEmptyDocument(): Disposable[] {
  let shown: boolean | undefined;
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    const empty = document !== undefined && isEditedByPeople(document) && isBlank(document);
    if (empty === shown) return;
    shown = empty;
    void commands.executeCommand('setContext', contextKey, empty);
  };
  update();
  return [
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) update();
    }),
  ];
}
