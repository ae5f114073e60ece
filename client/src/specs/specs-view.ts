import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  window,
  workspace,
  type LogOutputChannel,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import { specsRequest, type SpecEntry, type SpecsResult } from '../../../server/src/protocol';
import type { LanguageServer } from '../language-server';
import { changedNodes, GROUPINGS, nodesById, specsTree, type Grouping, type SpecsNode } from './tree';
import { tooltip, treeItem } from './tree-item';

const VIEW = 'specwright.specs';
const GROUPING_KEY = 'specwright.specs.grouping';
/** What the welcome of the view depends on: `reading`, `listed`, `empty` or `failed`. */
const STATE_KEY = 'specwright.specs.state';

/** How long reading may last before it is spoken of. */
const READING_MS = 1000;

/** The specs of the workspace as a tree. Its elements are the ids of the nodes, which outlive a refresh. */
export class SpecsView implements TreeDataProvider<string>, Disposable {
  readonly #changed = new EventEmitter<string[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view = window.createTreeView<string>(VIEW, { treeDataProvider: this, showCollapseAll: true });
  readonly #subscriptions: Disposable[];
  #specs: readonly SpecEntry[] = [];
  #top: readonly SpecsNode[] = [];
  #nodes: ReadonlyMap<string, SpecsNode> = new Map();
  #isOutdated = true;
  #asking = false;
  #reading: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly server: LanguageServer,
    private readonly memory: Memento,
    private readonly log: LogOutputChannel,
  ) {
    this.#setContext(GROUPING_KEY, this.grouping);
    this.#setContext(STATE_KEY, 'reading');
    const refresh = () => this.#outdate();
    this.#subscriptions = [
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(() => this.#refresh()),
      server.onDidChangeSpecs(refresh),
      server.onDidChangeState((state) => {
        if (state === 'running') this.#outdate();
        else if (state === 'failed') this.#show([], 'failed');
      }),
      // With a second folder, each spec says which one it is in.
      workspace.onDidChangeWorkspaceFolders(() => this.#changed.fire(undefined)),
    ];
    this.#refresh();
  }

  get grouping(): Grouping {
    const kept = this.memory.get<Grouping>(GROUPING_KEY);
    return kept !== undefined && GROUPINGS.includes(kept) ? kept : 'status';
  }

  /** Groups the specs otherwise, and remembers it for this workspace. */
  async group(grouping: Grouping): Promise<void> {
    await this.memory.update(GROUPING_KEY, grouping);
    this.#setContext(GROUPING_KEY, grouping);
    this.#arrange();
  }

  node(id: unknown): SpecsNode | undefined {
    return typeof id === 'string' ? this.#nodes.get(id) : undefined;
  }

  getTreeItem(id: string): TreeItem {
    const node = this.#nodes.get(id);
    // VS Code may ask for what has just gone; it hears of that next.
    return node ? treeItem(node) : { id };
  }

  getChildren(id?: string): string[] {
    const children = id === undefined ? this.#top : (this.#nodes.get(id)?.children ?? []);
    return children.map((child) => child.id);
  }

  getParent(id: string): string | undefined {
    return this.#nodes.get(id)?.parent;
  }

  resolveTreeItem(item: TreeItem, id: string): TreeItem {
    const node = this.#nodes.get(id);
    const text = node && tooltip(node);
    if (text) item.tooltip = text;
    return item;
  }

  dispose(): void {
    clearTimeout(this.#reading);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #outdate(): void {
    this.#isOutdated = true;
    this.#refresh();
  }

  /** Asks only while somebody looks: the server reads specs for those who ask. */
  #refresh(): void {
    if (this.#asking || !this.#isOutdated || !this.#view.visible || this.server.state === 'failed') return;
    this.#isOutdated = false;
    this.#asking = true;
    this.server
      .request<SpecsResult>(specsRequest)
      .then(
        ({ specs, complete }) => {
          // What is listed stays until as much is known again, as after a restart.
          if (complete || specs.length >= this.#specs.length)
            this.#show(specs, specs.length > 0 ? 'listed' : complete ? 'empty' : 'reading');
          this.#sayWhetherReading(complete);
        },
        (error: unknown) => {
          this.#sayWhetherReading(true);
          this.log.debug(`specs: ${String(error)}`);
        },
      )
      .finally(() => {
        this.#asking = false;
        this.#refresh();
      });
  }

  #show(specs: readonly SpecEntry[], state: string): void {
    this.#specs = specs;
    this.#setContext(STATE_KEY, state);
    this.#arrange();
  }

  #arrange(): void {
    const before = this.#top;
    this.#top = specsTree(this.#specs, this.grouping);
    this.#nodes = nodesById(this.#top);
    const changed = changedNodes(before, this.#top);
    if (changed === undefined || changed.length > 0) this.#changed.fire(changed);
  }

  /** Says beside the title that there is more to come. What is read at once need not be spoken of. */
  #sayWhetherReading(isComplete: boolean): void {
    if (isComplete) {
      clearTimeout(this.#reading);
      this.#reading = undefined;
      this.#view.description = undefined;
    } else {
      this.#reading ??= setTimeout(() => (this.#view.description = l10n.t('Reading...')), READING_MS);
    }
  }

  #setContext(key: string, value: string): void {
    void commands.executeCommand('setContext', key, value);
  }
}
