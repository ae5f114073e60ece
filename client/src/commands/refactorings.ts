import { commands, type Disposable } from 'vscode';

/** The commands that offer refactorings, and the kind that each asks the server for. */
const KINDS: Readonly<Record<string, string>> = {
  'specwright.insertSection': 'refactor.insert.section',
  'specwright.addAnother': 'refactor.insert.instance',
  'specwright.addRevision': 'refactor.insert.revision',
  'specwright.moveSectionUp': 'refactor.move.section.up',
  'specwright.moveSectionDown': 'refactor.move.section.down',
  'specwright.moveSectionToPlace': 'refactor.move.section.place',
  'specwright.promoteSection': 'refactor.rewrite.level.promote',
  'specwright.demoteSection': 'refactor.rewrite.level.demote',
  'specwright.renumber': 'refactor.rewrite.numbering',
  'specwright.extractSection': 'refactor.extract.section',
  'specwright.markNotApplicable': 'refactor.rewrite.notApplicable',
  'specwright.formatTables': 'refactor.rewrite.table',
  'specwright.convertMetadata': 'refactor.rewrite.metadata',
  'specwright.convertToTemplate': 'refactor.rewrite.template',
  'specwright.updateTemplateVersion': 'refactor.rewrite.templateVersion',
};

/** Commands that show what there is of one kind in VS Code's own menu, with its preview; a single one is applied at once. */
export function refactoringCommands(): Disposable[] {
  return Object.entries(KINDS).map(([command, kind]) =>
    commands.registerCommand(command, () =>
      commands.executeCommand('editor.action.codeAction', { kind, apply: 'ifSingle' }),
    ),
  );
}
