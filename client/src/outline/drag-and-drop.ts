import { DataTransferItem, type LogOutputChannel, type TreeDragAndDropController } from 'vscode';
import type { OutlineNode } from '../../../server/src/protocol';
import type { LanguageServer } from '../language-server';
import { edit } from './edits';
import type { Outline } from './outline';

/** What VS Code calls data that come from the view itself. */
const mimeType = 'application/vnd.code.tree.specwright.outline';

/** Moves a section with all in it to the place of the one that it is dropped on, and below all where there is none. */
export function dragAndDrop(
  server: LanguageServer,
  outline: Outline,
  log: LogOutputChannel,
): TreeDragAndDropController<OutlineNode> {
  return {
    dragMimeTypes: [],
    dropMimeTypes: [mimeType],
    handleDrag([node], data) {
      if (node?.isMovable) data.set(mimeType, new DataTransferItem(node.key));
    },
    async handleDrop(target, data) {
      const key: unknown = data.get(mimeType)?.value;
      const node = typeof key === 'string' ? outline.entries.get(key) : undefined;
      const { document } = outline;
      if (!node || !document || target?.key === node.key || target?.state === 'missing') return;
      const { title } = node;
      await edit({ server, log }, document, { key: node.key, title, act: 'drop', onto: target?.key ?? null });
    },
  };
}
