import { commands, l10n, window, type CodeAction, type Disposable, type TextEditor } from 'vscode';
import type { LanguageServer } from '../language-server';

/** What a command asks the server for, and what it says where there is nothing of it. */
interface Offer {
  readonly kind: string;
  readonly nothing: () => string;
}

/** VS Code shows one line of a message: each says what matters in sixty letters. */
const OFFERS: Readonly<Record<string, Offer>> = {
  'specwright.insertSection': {
    kind: 'refactor.insert.section',
    nothing: () => l10n.t('No section of a template is missing here.'),
  },
  'specwright.addAnother': {
    kind: 'refactor.insert.instance',
    nothing: () => l10n.t('The template does not repeat the section at the cursor.'),
  },
  'specwright.addRevision': {
    kind: 'refactor.insert.revision',
    nothing: () => l10n.t('This document has no revision history to add to.'),
  },
  'specwright.moveSectionUp': {
    kind: 'refactor.move.section.up',
    nothing: () => l10n.t('The section at the cursor cannot move further up.'),
  },
  'specwright.moveSectionDown': {
    kind: 'refactor.move.section.down',
    nothing: () => l10n.t('The section at the cursor cannot move further down.'),
  },
  'specwright.moveSectionToPlace': {
    kind: 'refactor.move.section.place',
    nothing: () => l10n.t('The section at the cursor is not out of place.'),
  },
  'specwright.promoteSection': {
    kind: 'refactor.rewrite.level.promote',
    nothing: () => l10n.t('The section at the cursor cannot be promoted.'),
  },
  'specwright.demoteSection': {
    kind: 'refactor.rewrite.level.demote',
    nothing: () => l10n.t('The section at the cursor cannot be demoted.'),
  },
  'specwright.renumber': {
    kind: 'refactor.rewrite.numbering',
    nothing: () => l10n.t('There is nothing here to renumber.'),
  },
  'specwright.extractSection': {
    kind: 'refactor.extract.section',
    nothing: () => l10n.t('The section at the cursor has to stay in this document.'),
  },
  'specwright.markNotApplicable': {
    kind: 'refactor.rewrite.notApplicable',
    nothing: () => l10n.t('Only sections without text can be marked as not applicable.'),
  },
  'specwright.formatTables': {
    kind: 'refactor.rewrite.table',
    nothing: () => l10n.t('There is no unformatted table at the cursor.'),
  },
  'specwright.convertMetadata': {
    kind: 'refactor.rewrite.metadata',
    nothing: () => l10n.t('This document has no metadata to convert.'),
  },
  'specwright.convertToTemplate': {
    kind: 'refactor.rewrite.template',
    nothing: () => l10n.t('This document follows no template to convert from.'),
  },
  'specwright.updateTemplateVersion': {
    kind: 'refactor.rewrite.templateVersion',
    nothing: () => l10n.t('This document follows the current version of its template.'),
  },
};

/** Commands that show what there is of one kind in VS Code's own menu, with its preview; a single one is applied at once. */
export function refactoringCommands(server: LanguageServer): Disposable[] {
  return Object.entries(OFFERS).map(([command, { kind, nothing }]) =>
    commands.registerCommand(command, async () => {
      const editor = window.activeTextEditor;
      // VS Code itself would speak of the kind. A server that does not run offers nothing, whatever there is.
      if (editor && server.state === 'running' && !(await isOffered(editor, kind)))
        void window.showInformationMessage(nothing());
      else await commands.executeCommand('editor.action.codeAction', { kind, apply: 'ifSingle' });
    }),
  );
}

async function isOffered({ document, selection }: TextEditor, kind: string): Promise<boolean> {
  const actions = await commands.executeCommand<CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
    kind,
  );
  return (actions ?? []).length > 0;
}
