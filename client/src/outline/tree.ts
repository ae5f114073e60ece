import { EventEmitter, type CancellationToken, type TreeDataProvider, type TreeItem } from 'vscode';
import {
  outlineGuidanceRequest,
  type OutlineGuidanceParams,
  type OutlineGuidanceResult,
  type OutlineNode,
} from '../../../server/src/protocol';
import type { LanguageServer } from '../language-server';
import { hasOpen } from './entries';
import type { Outline } from './outline';
import { tooltip, treeItem } from './tree-item';

/** The entries as a tree: all, or the open ones with what they are in. */
export class OutlineTree implements TreeDataProvider<OutlineNode> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #openOnly: boolean;

  constructor(
    private readonly server: LanguageServer,
    private readonly outline: Outline,
    openOnly: boolean,
  ) {
    this.#openOnly = openOnly;
  }

  get openOnly(): boolean {
    return this.#openOnly;
  }

  set openOnly(openOnly: boolean) {
    this.#openOnly = openOnly;
    this.refresh();
  }

  refresh(): void {
    this.#changed.fire();
  }

  isHidden(node: OutlineNode): boolean {
    return this.#openOnly && !hasOpen(node);
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    const children = node ? node.children : this.outline.entries.roots;
    return children.filter((child) => !this.isHidden(child));
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    const own = this.outline.entries.get(node.key);
    return own && this.outline.entries.parent(own);
  }

  getTreeItem(node: OutlineNode): TreeItem {
    return treeItem(this.outline.document?.uri, node, this.getChildren(node).length > 0);
  }

  async resolveTreeItem(item: TreeItem, node: OutlineNode, token: CancellationToken): Promise<TreeItem> {
    const { document } = this.outline;
    if (!document || token.isCancellationRequested) return item;
    const params: OutlineGuidanceParams = { uri: document.uri.toString(), key: node.key };
    const guidance = await this.server
      .request<OutlineGuidanceResult>(outlineGuidanceRequest, params)
      .catch(() => ({ markdown: '' }));
    item.tooltip = tooltip(node, guidance.markdown);
    return item;
  }
}
