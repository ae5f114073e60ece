import { commands, Uri, ViewColumn, type Disposable } from 'vscode';
import type { SpecsView } from './specs-view';
import type { Grouping } from './tree';

/** The commands in the menus of the view. The ones with `On` stand in the menu for a choice that is made. */
const GROUPINGS: Readonly<Record<string, Grouping>> = {
  'specwright.specs.groupByStatus': 'status',
  'specwright.specs.groupByStatusOn': 'status',
  'specwright.specs.groupByTemplate': 'template',
  'specwright.specs.groupByTemplateOn': 'template',
  'specwright.specs.showFlat': 'none',
  'specwright.specs.showFlatOn': 'none',
};

/** What is done with the document of a spec, by VS Code's own commands. */
const WITH_DOCUMENT: Readonly<Record<string, readonly [command: string, ...more: unknown[]]>> = {
  'specwright.specs.open': ['vscode.open', { preview: false }],
  'specwright.specs.openToSide': ['vscode.open', { viewColumn: ViewColumn.Beside, preview: false }],
  'specwright.specs.openPreview': ['markdown.showPreview'],
  'specwright.specs.revealInExplorer': ['revealInExplorer'],
  'specwright.specs.copyPath': ['copyFilePath'],
  'specwright.specs.copyRelativePath': ['copyRelativeFilePath'],
};

/** Registers what the menus of the view of specs do. */
export function specsCommands(view: SpecsView): Disposable[] {
  const uriOf = (id: unknown): Uri | undefined => {
    const node = view.node(id);
    return node?.kind === 'spec' ? Uri.parse(node.spec.uri) : undefined;
  };
  return [
    ...Object.entries(GROUPINGS).map(([command, grouping]) =>
      commands.registerCommand(command, () => view.group(grouping)),
    ),
    ...Object.entries(WITH_DOCUMENT).map(([command, [own, ...more]]) =>
      commands.registerCommand(command, (id: unknown) => {
        const uri = uriOf(id);
        return uri && commands.executeCommand(own, uri, ...more);
      }),
    ),
    commands.registerCommand('specwright.specs.newFromTemplate', (id: unknown) => {
      const node = view.node(id);
      return commands.executeCommand(
        'specwright.newSpec',
        node?.kind === 'template' ? { template: node.template.id } : undefined,
      );
    }),
    commands.registerCommand('specwright.specs.newBeside', (id: unknown) => {
      const uri = uriOf(id);
      return commands.executeCommand('specwright.newSpec', uri && { folder: Uri.joinPath(uri, '..') });
    }),
  ];
}
