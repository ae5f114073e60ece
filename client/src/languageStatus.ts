import {
  Disposable,
  l10n,
  languages,
  LanguageStatusSeverity,
  window,
  workspace,
  type Command,
  type LanguageStatusItem,
  type TextDocument,
} from 'vscode';
import type { DocumentStatusParams, ProblemCounts, Progress } from '../../server/src/protocol';
import { documentSelector, isBlank } from './documents';
import type { LanguageServer, ServerState } from './language-server';

/** Shows, beside the language in the status bar, the template of the active document, how far it has come and its problems. */
export function showLanguageStatus(server: LanguageServer): Disposable {
  const item = languages.createLanguageStatusItem('specwright.status', documentSelector());
  item.name = 'Specwright';
  const checked = new Map<string, DocumentStatusParams>();
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    if (server.state !== 'running') showServerState(item, server.state);
    else if (document && !isEnabled(document)) showOff(item);
    else if (document) showDocument(item, document, checked.get(document.uri.toString()));
    const { text, detail } = item;
    item.accessibilityInformation = {
      label: detail ? `Specwright: ${text}, ${detail}` : `Specwright: ${text}`,
    };
  };
  update();
  return Disposable.from(
    item,
    server.onDidChangeState((state) => {
      if (state !== 'running') checked.clear();
      item.selector = documentSelector();
      update();
    }),
    server.onDidCheckDocument((status) => {
      checked.set(status.uri, status);
      update();
    }),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('specwright.enable')) update();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => checked.delete(uri.toString())),
  );
}

function isEnabled({ uri }: TextDocument): boolean {
  return workspace.getConfiguration('specwright', uri).get('enable', true);
}

function showServerState(item: LanguageStatusItem, state: Exclude<ServerState, 'running'>): void {
  item.busy = state === 'starting';
  item.text = state === 'starting' ? l10n.t('Specwright is starting') : l10n.t('Specwright is not running');
  item.detail = undefined;
  item.severity = state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  item.command = state === 'failed' ? restart() : log();
}

function showOff(item: LanguageStatusItem): void {
  item.busy = false;
  item.text = l10n.t('Specwright is off');
  item.detail = undefined;
  item.severity = LanguageStatusSeverity.Information;
  item.command = settings();
}

function showDocument(
  item: LanguageStatusItem,
  document: TextDocument,
  status: DocumentStatusParams | undefined,
): void {
  item.busy = false;
  item.text = status?.template?.name ?? l10n.t('No spec template');
  item.detail = status?.template ? summary(status) : undefined;
  // Problems have their own place to be counted in; a mark here is for a service that does not work.
  item.severity = LanguageStatusSeverity.Information;
  item.command = !status?.template && isBlank(document) ? insert() : choose();
}

function summary({ progress, problems }: DocumentStatusParams): string {
  const found = problemsIn(problems);
  if (!progress) return found;
  return l10n.t({
    message: '{0} · {1}',
    args: [progressIn(progress), found],
    comment: ['{0} is "12 of 19 complete", {1} is "2 warnings, 3 notes".'],
  });
}

function progressIn({ complete, total }: Progress): string {
  return l10n.t('{0} of {1} complete', complete, total);
}

/** The same three levels as the Problems view, which does not list hints. */
function problemsIn({ error, warning, info }: ProblemCounts): string {
  const parts: string[] = [];
  if (error > 0) parts.push(error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error));
  if (warning > 0) parts.push(warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning));
  if (info > 0) parts.push(info === 1 ? l10n.t('1 note') : l10n.t('{0} notes', info));
  return parts.length > 0 ? parts.join(', ') : l10n.t('No problems');
}

const insert = (): Command => ({ title: l10n.t('Insert Template'), command: 'specwright.insertTemplate' });
const choose = (): Command => ({ title: l10n.t('Choose Template'), command: 'specwright.chooseTemplate' });
const restart = (): Command => ({ title: l10n.t('Restart'), command: 'specwright.restartServer' });
const log = (): Command => ({ title: l10n.t('Show Log'), command: 'specwright.showLog' });
const settings = (): Command => ({
  title: l10n.t('Open Settings'),
  command: 'workbench.action.openSettings',
  arguments: ['specwright.enable'],
});
