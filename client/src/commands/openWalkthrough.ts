import { commands, type ExtensionContext } from 'vscode';

/** Opens the walkthrough of the manifest; nothing else ever does. */
export function openWalkthrough({ extension }: ExtensionContext) {
  return async (): Promise<void> => {
    await commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${extension.id}#specwright.start`,
      false,
    );
  };
}
