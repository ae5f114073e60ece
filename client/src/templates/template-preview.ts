import {
  Disposable,
  EventEmitter,
  l10n,
  Range,
  TabInputText,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Tab,
  type TextDocument,
  type TextEditor,
} from 'vscode';

/** Documents of this scheme are read-only, and the server never hears of them. */
const SCHEME = 'specwright-template';

const changed = new EventEmitter<Uri>();
let content = '';
let closing: Promise<void> = Promise.resolve();

/** Waits until the editors are again as they were before a preview that is being closed. */
export function previewIsClosed(): Promise<void> {
  return closing;
}

/** Provides the text of the preview. */
export function provideTemplatePreview(): Disposable {
  // What an earlier session left open has nothing to show.
  void window.tabGroups.close(previewTabs());
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => content,
    }),
    { dispose: () => void window.tabGroups.close(previewTabs()) },
  );
}

/** A template beside what the person works on. It takes no focus, and leaves the editors as they were when it is closed. */
export class TemplatePreview {
  /** What is shown of the group that the preview comes into, where it is one that was there. */
  private covered: { readonly group: number; readonly tab: Tab | undefined } | undefined;
  private columns: readonly ViewColumn[] = [];
  private shown: Promise<TextEditor> | undefined;
  private text = '';
  private isClosed = false;

  async show(text: string): Promise<void> {
    await closing;
    if (this.isClosed) return;
    this.text = text;
    if (!this.shown) {
      content = text;
      this.shown = this.open();
      await this.shown;
    } else {
      const editor = await this.shown;
      await empty(editor.document);
      if (this.isClosed || this.text !== text) return;
      write(editor.document, text);
      editor.revealRange(new Range(0, 0, 0, 0));
    }
  }

  close(): Promise<void> {
    this.isClosed = true;
    closing = this.restore().catch(() => undefined);
    return closing;
  }

  private async restore(): Promise<void> {
    await this.shown?.then(undefined, () => undefined);
    const group = window.tabGroups.all.find(({ viewColumn }) => viewColumn === this.covered?.group);
    await window.tabGroups.close(previewTabs(), true);
    // A setting may keep groups that nothing is in; this one was made for the preview.
    const made = window.tabGroups.all.find(
      ({ tabs, viewColumn }) => tabs.length === 0 && !this.columns.includes(viewColumn),
    );
    if (this.shown && made) await window.tabGroups.close(made, true);
    const tab = this.covered?.tab;
    // Which tab comes forth is up to a setting, which may mean another.
    if (tab?.input instanceof TabInputText && group && group.activeTab?.label !== tab.label) {
      const { viewColumn } = group;
      await window.showTextDocument(tab.input.uri, {
        viewColumn,
        preserveFocus: true,
        preview: tab.isPreview,
      });
    }
  }

  private async open(): Promise<TextEditor> {
    const { all, activeTabGroup } = window.tabGroups;
    this.columns = all.map(({ viewColumn }) => viewColumn);
    const isEmpty = activeTabGroup.tabs.length === 0;
    const target = all[all.indexOf(activeTabGroup) + 1];
    if (target && !isEmpty) this.covered = { group: target.viewColumn, tab: target.activeTab };
    const uri = Uri.from({ scheme: SCHEME, path: `/${l10n.t('Template Preview')}.md` });
    const document = await workspace.openTextDocument(uri);
    return window.showTextDocument(document, {
      viewColumn: isEmpty ? ViewColumn.Active : ViewColumn.Beside,
      preserveFocus: true,
      preview: false,
    });
  }
}

function write({ uri }: TextDocument, text: string): void {
  content = text;
  changed.fire(uri);
}

/**
 * Takes the text out of a document. VS Code compares a new text with the one that is there letter by letter, and would show the
 * template of before for a second.
 */
async function empty(document: TextDocument): Promise<void> {
  if (document.getText() === '') return;
  await new Promise<void>((resolve) => {
    const changes = workspace.onDidChangeTextDocument((change) => {
      if (change.document !== document || document.getText() !== '') return;
      changes.dispose();
      resolve();
    });
    write(document, '');
  });
}

function previewTabs(): Tab[] {
  return window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof TabInputText && input.uri.scheme === SCHEME),
  );
}
