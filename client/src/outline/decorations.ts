import { FileDecoration, l10n, ThemeColor, window, type Disposable, type Uri } from 'vscode';
import { outlineScheme } from './tree-item';

/** Greys what is missing, and counts and colours problems as VS Code's own outline does. */
export function decorateOutline(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration: (uri) => (uri.scheme === outlineScheme ? decorationFor(uri) : undefined),
  });
}

function decorationFor({ query }: Uri): FileDecoration | undefined {
  const { isMissing, error, warning } = JSON.parse(query) as {
    isMissing: boolean;
    error: number;
    warning: number;
  };
  // The colour for what stands where an answer belongs; each theme has it legible.
  if (isMissing)
    return new FileDecoration(undefined, undefined, new ThemeColor('input.placeholderForeground'));
  const count = error + warning;
  if (count === 0) return undefined;
  const color = new ThemeColor(error > 0 ? 'list.errorForeground' : 'list.warningForeground');
  const said = count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count);
  return new FileDecoration(count > 9 ? '9+' : String(count), said, color);
}
