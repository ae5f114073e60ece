import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { OutlineNode, OutlineState } from '../../../server/src/protocol';
import { problemTexts, spokenText, stateText, titleOf } from './words';

/** Each state has a shape of its own; colours only add to it. */
const ICONS: Readonly<Record<OutlineState, readonly [icon: string, color: string]>> = {
  complete: ['pass', 'testing.iconPassed'],
  partial: ['ellipsis', 'descriptionForeground'],
  placeholders: ['edit', 'list.warningForeground'],
  empty: ['circle-large-outline', 'list.warningForeground'],
  'put-off': ['watch', 'list.warningForeground'],
  'not-applicable': ['circle-slash', 'descriptionForeground'],
  missing: ['add', 'input.placeholderForeground'],
};

/** The scheme of the URIs by which entries are decorated; nothing is ever read from them. */
export const outlineScheme = 'specwright-outline';

/** How an entry is shown. The menu of an entry looks at `contextValue`: what can be done to it, a word each. */
export function treeItem(document: Uri | undefined, node: OutlineNode, hasChildren: boolean): TreeItem {
  const { key, state, acts, problems, selection, canInsertInto } = node;
  const item = new TreeItem(
    titleOf(node),
    hasChildren ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  item.id = `${document?.toString() ?? ''}#${key}`;
  item.description = stateText(node);
  item.iconPath = new ThemeIcon(ICONS[state][0], new ThemeColor(ICONS[state][1]));
  item.accessibilityInformation = { label: spokenText(node), role: 'treeitem' };
  item.contextValue = [...acts, ...(selection ? ['goTo'] : []), ...(canInsertInto ? ['into'] : [])].join(' ');
  item.resourceUri = Uri.from({
    scheme: outlineScheme,
    path: `/${encodeURIComponent(key)}`,
    query: JSON.stringify({ isMissing: state === 'missing', ...problems }),
  });
  item.command = { command: 'specwright.outline.open', title: '', arguments: [node] };
  return item;
}

/** What an entry is for, in the template's words, which the server has escaped. */
export function tooltip(node: OutlineNode, guidance: string): MarkdownString {
  const text = new MarkdownString();
  text.appendText(titleOf(node));
  text.appendMarkdown(' — ');
  text.appendText([stateText(node), ...problemTexts(node)].join(', '));
  if (guidance !== '') text.appendMarkdown(`\n\n${guidance}`);
  return text;
}
