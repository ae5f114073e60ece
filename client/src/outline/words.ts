import { l10n } from 'vscode';
import type { OutlineNode } from '../../../server/src/protocol';

/** What an entry is called. */
export function titleOf({ kind, title }: OutlineNode): string {
  if (title !== '') return title;
  return kind === 'metadata' ? l10n.t('Metadata') : l10n.t('(no title)');
}

/** How far an entry has come, in a word or two. */
export function stateText(node: OutlineNode): string {
  const { kind, state, placeholders, openBelow } = node;
  switch (state) {
    case 'complete':
      return l10n.t('complete');
    case 'partial':
      return openBelow === 1 ? l10n.t('1 open below') : l10n.t('{0} open below', openBelow);
    case 'placeholders':
      if (kind === 'metadata')
        return placeholders === 1 ? l10n.t('1 field open') : l10n.t('{0} fields open', placeholders);
      return placeholders === 1 ? l10n.t('1 placeholder') : l10n.t('{0} placeholders', placeholders);
    case 'empty':
      return l10n.t('empty');
    case 'put-off':
      return l10n.t('put off');
    case 'not-applicable':
      return l10n.t('not applicable');
    case 'missing':
      return l10n.t('missing');
  }
}

/** What a screen reader says of an entry; how deep it is nested the tree says itself. */
export function spokenText(node: OutlineNode): string {
  const title = titleOf(node);
  const { kind, level, state } = node;
  const about = [stateText(node), ...problemTexts(node)].join(', ');
  if (kind === 'title') return l10n.t('{0}, title, {1}', title, about);
  if (kind === 'metadata') return l10n.t('{0}, metadata, {1}', title, about);
  if (state === 'missing') return l10n.t('{0}, missing section, level {1}', title, level);
  if (node.isOwn) return l10n.t('{0}, section of your own, {1}, level {2}', title, about, level);
  return l10n.t('{0}, section, {1}, level {2}', title, about, level);
}

/** How many errors and warnings an entry has. */
export function problemTexts({ problems: { error, warning } }: OutlineNode): string[] {
  return [
    ...(error > 0 ? [error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error)] : []),
    ...(warning > 0 ? [warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning)] : []),
  ];
}
