import { Disposable, window, type TreeView } from 'vscode';
import type { OutlineNode } from '../../../server/src/protocol';
import type { Outline } from './outline';
import type { OutlineTree } from './tree';

/** Long enough to pass over the lines that a cursor runs across. */
const RESTS_MS = 120;

/** Selects the section that the cursor is in; it neither takes the focus nor opens what the person has closed. */
export function followCursor(view: TreeView<OutlineNode>, outline: Outline, tree: OutlineTree): Disposable {
  const collapsed = new Set<string>();
  let isAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (): void => {
    const editor = window.activeTextEditor;
    if (!view.visible || !editor || editor.document !== outline.document) return;
    // Where a changed document has its sections is known in a moment.
    if (!outline.isCurrent) return;
    isAsked = false;
    const around = outline.entries.at(editor.selection.active);
    const node =
      around &&
      outline.entries.shown(around, {
        isHidden: (each) => tree.isHidden(each),
        isCollapsed: ({ key }) => collapsed.has(key),
      });
    if (!node || view.selection[0]?.key === node.key) return;
    view.reveal(node, { select: true, focus: false, expand: false }).then(undefined, () => undefined);
  };
  const later = (): void => {
    isAsked = true;
    clearTimeout(timer);
    timer = setTimeout(follow, RESTS_MS);
  };
  // An entry that comes again, after another document or the filter, comes expanded.
  let shownDocument = outline.document;
  const forget = (): void => {
    if (outline.document !== shownDocument) collapsed.clear();
    shownDocument = outline.document;
    for (const key of collapsed) {
      const node = outline.entries.get(key);
      if (!node || tree.isHidden(node)) collapsed.delete(key);
    }
  };
  return Disposable.from(
    { dispose: () => clearTimeout(timer) },
    tree.onDidChangeTreeData(forget),
    view.onDidCollapseElement(({ element }) => collapsed.add(element.key)),
    view.onDidExpandElement(({ element }) => collapsed.delete(element.key)),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) later();
    }),
    window.onDidChangeActiveTextEditor(later),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document === outline.document) later();
    }),
    outline.onDidChange(() => {
      if (isAsked) later();
    }),
  );
}
