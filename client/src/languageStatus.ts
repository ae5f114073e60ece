import {
  Disposable,
  l10n,
  languages,
  LanguageStatusSeverity,
  window,
  workspace,
  type Command,
  type LanguageStatusItem,
} from 'vscode';
import type { DocumentStatusParams, ProblemCounts } from '../../server/src/protocol';
import { documentSelector } from './documents';
import type { LanguageServer, ServerState } from './language-server';

/** Shows, beside the language in the status bar, the template of the active document and how many problems it has. */
export function showLanguageStatus(server: LanguageServer): Disposable {
  const item = languages.createLanguageStatusItem('specwright.status', documentSelector());
  item.name = 'Specwright';
  const checked = new Map<string, DocumentStatusParams>();
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    if (server.state !== 'running') showServerState(item, server.state);
    else if (document) showDocument(item, checked.get(document.uri.toString()));
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
    workspace.onDidCloseTextDocument(({ uri }) => checked.delete(uri.toString())),
  );
}

function showServerState(item: LanguageStatusItem, state: Exclude<ServerState, 'running'>): void {
  item.busy = state === 'starting';
  item.text = state === 'starting' ? l10n.t('Specwright is starting') : l10n.t('Specwright is not running');
  item.detail = undefined;
  item.severity = state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  item.command = state === 'failed' ? restart() : log();
}

function showDocument(item: LanguageStatusItem, status: DocumentStatusParams | undefined): void {
  item.busy = false;
  item.text = status?.template?.name ?? l10n.t('No spec template');
  item.detail = status?.template ? summary(status.problems) : undefined;
  // Problems have their own place to be counted in; a mark here is for a service that does not work.
  item.severity = LanguageStatusSeverity.Information;
  item.command = status?.template ? log() : insert();
}

/** The same three levels as the Problems view, which does not list hints. */
function summary({ error, warning, info }: ProblemCounts): string {
  const parts: string[] = [];
  if (error > 0) parts.push(error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error));
  if (warning > 0) parts.push(warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning));
  if (info > 0) parts.push(info === 1 ? l10n.t('1 note') : l10n.t('{0} notes', info));
  return parts.length > 0 ? parts.join(', ') : l10n.t('No problems');
}

const insert = (): Command => ({ title: l10n.t('Insert Template'), command: 'specwright.insertTemplate' });
const restart = (): Command => ({ title: l10n.t('Restart'), command: 'specwright.restartServer' });
const log = (): Command => ({ title: l10n.t('Show Log'), command: 'specwright.showLog' });
