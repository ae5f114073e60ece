import { commands, Disposable, l10n, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { LanguageServer } from '../language-server';
import { outlineCommands } from './commands';
import { decorateOutline } from './decorations';
import { dragAndDrop } from './drag-and-drop';
import { followCursor } from './follow-cursor';
import { Outline } from './outline';
import { OutlineTree } from './tree';

/** Tells the menu of the view which of the two commands to show, and keeps the choice for the workspace. */
const openOnlyKey = 'specwright.outline.openOnly';

/** Shows the outline of the spec that the person works on. */
export function showOutline(
  { workspaceState }: ExtensionContext,
  server: LanguageServer,
  log: LogOutputChannel,
): Disposable {
  const outline = new Outline(server, log);
  const tree = new OutlineTree(server, outline, workspaceState.get<boolean>(openOnlyKey, false));
  const view = window.createTreeView('specwright.outline', {
    treeDataProvider: tree,
    showCollapseAll: true,
    dragAndDropController: dragAndDrop(server, outline, log),
  });
  const describe = (): void => {
    const progress = outline.result?.progress;
    view.description = progress && l10n.t('{0} of {1} complete', progress.complete, progress.total);
    const isEmptied = outline.result !== undefined && tree.getChildren().length === 0;
    view.message = isEmptied ? l10n.t('Nothing is open: everything in this spec is complete.') : '';
  };
  const filter = (openOnly: boolean): void => {
    void commands.executeCommand('setContext', openOnlyKey, openOnly);
    void workspaceState.update(openOnlyKey, openOnly);
    tree.openOnly = openOnly;
    describe();
  };
  void commands.executeCommand('setContext', openOnlyKey, tree.openOnly);
  outline.isWanted = view.visible;
  return Disposable.from(
    outline.disposable,
    view,
    decorateOutline(),
    outline.onDidChange(({ entries }) => {
      if (entries) tree.refresh();
      describe();
    }),
    view.onDidChangeVisibility(({ visible }) => (outline.isWanted = visible)),
    followCursor(view, outline, tree),
    commands.registerCommand('specwright.outline.showOpenOnly', () => filter(true)),
    commands.registerCommand('specwright.outline.showAll', () => filter(false)),
    ...outlineCommands({ server, outline, log, selected: () => view.selection[0] }),
  );
}
