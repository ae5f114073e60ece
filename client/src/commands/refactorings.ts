import { commands, l10n, window, type CodeAction, type Disposable, type TextEditor } from 'vscode';
import type { LanguageServer } from '../language-server';

/** What a command asks the server for, and what it says where there is nothing of it. */
interface Offer {
  readonly kind: string;
  readonly nothing: () => string;
}

const OFFERS: Readonly<Record<string, Offer>> = {
  'specwright.insertSection': {
    kind: 'refactor.insert.section',
    nothing: () =>
      l10n.t('No section can be inserted: this document has all that its template names, or follows none.'),
  },
  'specwright.addAnother': {
    kind: 'refactor.insert.instance',
    nothing: () =>
      l10n.t(
        'The template has the section at the cursor only once. Place the cursor in one that it repeats, such as a component or a phase.',
      ),
  },
  'specwright.addRevision': {
    kind: 'refactor.insert.revision',
    nothing: () => l10n.t('No row can be added: this document has no revision history that one fits into.'),
  },
  'specwright.moveSectionUp': {
    kind: 'refactor.move.section.up',
    nothing: () =>
      l10n.t('The section at the cursor cannot move up: none above it may change places with it.'),
  },
  'specwright.moveSectionDown': {
    kind: 'refactor.move.section.down',
    nothing: () =>
      l10n.t('The section at the cursor cannot move down: none below it may change places with it.'),
  },
  'specwright.moveSectionToPlace': {
    kind: 'refactor.move.section.place',
    nothing: () => l10n.t('The section at the cursor is in its place, or the template has none for it.'),
  },
  'specwright.promoteSection': {
    kind: 'refactor.rewrite.level.promote',
    nothing: () =>
      l10n.t(
        'The section at the cursor cannot be promoted: that would take it from its place in the document.',
      ),
  },
  'specwright.demoteSection': {
    kind: 'refactor.rewrite.level.demote',
    nothing: () =>
      l10n.t(
        'The section at the cursor cannot be demoted: that would take it from its place in the document.',
      ),
  },
  'specwright.renumber': {
    kind: 'refactor.rewrite.numbering',
    nothing: () => l10n.t('Nothing is renumbered here: there are no numbers, or they can stay as they are.'),
  },
  'specwright.extractSection': {
    kind: 'refactor.extract.section',
    nothing: () =>
      l10n.t(
        'The section at the cursor stays in this document: the template or other sections need what it says.',
      ),
  },
  'specwright.markNotApplicable': {
    kind: 'refactor.rewrite.notApplicable',
    nothing: () =>
      l10n.t(
        'Only a section of the template in which nothing has been written can be marked as not applicable.',
      ),
  },
  'specwright.formatTables': {
    kind: 'refactor.rewrite.table',
    nothing: () => l10n.t('There is no table at the cursor that is not formatted.'),
  },
  'specwright.convertMetadata': {
    kind: 'refactor.rewrite.metadata',
    nothing: () => l10n.t('This document has no metadata that can be written otherwise.'),
  },
  'specwright.convertToTemplate': {
    kind: 'refactor.rewrite.template',
    nothing: () => l10n.t('This document cannot be converted: it follows no template, or there is no other.'),
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
