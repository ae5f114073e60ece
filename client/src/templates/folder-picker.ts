import { l10n, QuickInputButtons, window, type QuickPickItem, type WorkspaceFolder } from 'vscode';
import type { Step, StepResult } from '../multi-step';

/** Asks for one of several workspace folders. */
export async function askFolder(
  title: string,
  folders: readonly WorkspaceFolder[],
  { number, total, canGoBack, show }: Step,
): Promise<StepResult<WorkspaceFolder>> {
  const pick = window.createQuickPick<QuickPickItem & { readonly folder: WorkspaceFolder }>();
  pick.title = title;
  pick.step = total > 1 ? number : undefined;
  pick.totalSteps = total > 1 ? total : undefined;
  pick.placeholder = l10n.t('Choose the folder of the workspace');
  pick.items = folders.map((folder) => ({ label: folder.name, description: folder.uri.fsPath, folder }));
  if (canGoBack) pick.buttons = [QuickInputButtons.Back];
  const result = new Promise<StepResult<WorkspaceFolder>>((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item) resolve({ value: item.folder });
    });
    pick.onDidTriggerButton(() => resolve('back'));
    pick.onDidHide(() => resolve('cancelled'));
  });
  show(pick);
  return result;
}
