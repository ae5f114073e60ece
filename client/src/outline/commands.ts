import {
  commands,
  l10n,
  Selection,
  TextEditorRevealType,
  window,
  type Disposable,
  type LogOutputChannel,
} from 'vscode';
import {
  insertableSectionsRequest,
  type InsertableSectionsParams,
  type InsertableSectionsResult,
  type OutlineActKind,
  type OutlineNode,
} from '../../../server/src/protocol';
import type { LanguageServer } from '../language-server';
import { edit, editorFor, toRange } from './edits';
import type { Outline } from './outline';
import { titleOf } from './words';

/** The commands that act on an entry, and what each does to it. */
const ACTS: Readonly<Record<string, OutlineActKind>> = {
  'specwright.outline.insert': 'insert',
  'specwright.outline.moveUp': 'up',
  'specwright.outline.moveDown': 'down',
  'specwright.outline.moveToPlace': 'place',
  'specwright.outline.promote': 'promote',
  'specwright.outline.demote': 'demote',
  'specwright.outline.addAnother': 'another',
  'specwright.outline.markNotApplicable': 'notApplicable',
};

interface Context {
  readonly server: LanguageServer;
  readonly outline: Outline;
  readonly log: LogOutputChannel;
  /** The entry that is selected, for a key that says nothing of the one that has the focus. */
  readonly selected: () => OutlineNode | undefined;
}

/** What is done to entries, by the mouse, the menu and the keyboard. */
export function outlineCommands(context: Context): Disposable[] {
  const { outline } = context;
  /** The entry as it is now; VS Code hands over the one that it has shown. */
  const entry = (argument: unknown): OutlineNode | undefined => {
    const key = (argument as Partial<OutlineNode> | undefined)?.key ?? context.selected()?.key;
    return key === undefined ? undefined : outline.entries.get(key);
  };
  const act = async (node: OutlineNode, kind: OutlineActKind): Promise<void> => {
    // The key of a menu that is not for this entry does nothing.
    if (!outline.document || !node.acts.includes(kind)) return;
    await edit(context, outline.document, { key: node.key, title: node.title, act: kind });
  };
  const open = async (argument: unknown, preserveFocus: boolean): Promise<void> => {
    const node = entry(argument);
    if (!node) return;
    if (node.state === 'missing') await act(node, 'insert');
    else await goTo(outline, node.key, preserveFocus);
  };
  return [
    commands.registerCommand('specwright.outline.open', (node: unknown) => open(node, true)),
    commands.registerCommand('specwright.outline.goTo', (node: unknown) => open(node, false)),
    commands.registerCommand('specwright.outline.insertInto', (argument: unknown) => {
      const node = entry(argument);
      return node && pickAndInsert(context, node);
    }),
    commands.registerCommand('specwright.outline.insertSection', () => pickAndInsert(context, undefined)),
    ...Object.entries(ACTS).map(([command, kind]) =>
      commands.registerCommand(command, async (argument: unknown) => {
        const node = entry(argument);
        if (node) await act(node, kind);
      }),
    ),
  ];
}

/** Puts the cursor on a heading. */
async function goTo(outline: Outline, key: string, preserveFocus: boolean): Promise<void> {
  if (!outline.isCurrent) await outline.refresh();
  const selection = outline.entries.get(key)?.selection;
  if (!selection || !outline.document) return;
  const editor = await editorFor(outline.document, preserveFocus);
  const { start } = toRange(selection);
  editor.selection = new Selection(start, start);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Lets the person choose among the sections that the template has and the document does not. */
async function pickAndInsert(context: Context, into: OutlineNode | undefined): Promise<void> {
  const { server, outline } = context;
  const { document } = outline;
  if (!document) return;
  const params: InsertableSectionsParams = {
    uri: document.uri.toString(),
    ...(into ? { into: into.key } : {}),
  };
  const { sections } = await server.request<InsertableSectionsResult>(insertableSectionsRequest, params);
  if (sections.length === 0) {
    void window.showInformationMessage(l10n.t('This spec has every section of its template.'));
    return;
  }
  const items = sections.map(({ key, title, under, isOptional }) => ({
    key,
    label: title,
    description: isOptional ? l10n.t('optional') : l10n.t('missing'),
    ...(under === '' || into ? {} : { detail: l10n.t('in {0}', under) }),
  }));
  const picked = await window.showQuickPick(items, {
    title: into ? l10n.t('Insert Section into {0}', titleOf(into)) : l10n.t('Insert Section'),
    placeHolder: l10n.t('Choose a section of the template'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked) await edit(context, document, { key: picked.key, title: picked.label, act: 'insert' });
}
