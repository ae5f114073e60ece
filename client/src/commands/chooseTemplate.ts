import {
  commands,
  l10n,
  QuickPickItemKind,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type LogOutputChannel,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import {
  chooseTemplateRequest,
  templateChoicesRequest,
  type ChooseTemplateParams,
  type ChooseTemplateResult,
  type TemplateChoicesParams,
  type TemplateChoicesResult,
} from '../../../server/src/protocol';
import type { LanguageServer } from '../language-server';
import { showFailure } from './failure';

interface Choice extends QuickPickItem {
  /** The id of the template that the document is to name; `null`: none. */
  readonly template?: string | null;
  /** Another command to run instead. */
  readonly command?: string;
}

/** Lets the person say which template the active document follows, and writes that into the document. */
export function chooseTemplate(server: LanguageServer, log: LogOutputChannel) {
  return async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'markdown') {
      // Only a key binding leads here.
      await window.showInformationMessage(l10n.t('Open a Markdown document to choose its template.'));
      return;
    }
    try {
      await choose(server, document);
    } catch (error) {
      await showFailure(l10n.t('The template could not be chosen.'), error, log);
    }
  };
}

async function choose(server: LanguageServer, document: TextDocument): Promise<void> {
  const params: TemplateChoicesParams = { uri: document.uri.toString() };
  const known = server.request<TemplateChoicesResult>(templateChoicesRequest, params);
  // Shown at once, and filled when the server answers.
  const items: Promise<readonly Choice[]> = known.then(itemsFor);
  const picked = await window.showQuickPick<Choice>(items, {
    title: l10n.t('Choose Template of This Document'),
    placeHolder: l10n.t('The choice is written into the document; its text stays as it is'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  if (picked.command !== undefined) await commands.executeCommand(picked.command);
  else if (picked.template !== undefined && picked.template !== (await known).stated)
    await nameTemplate(server, document, {
      ...params,
      version: (await known).version,
      template: picked.template,
    });
}

function itemsFor({ choices, current, stated, detected }: TemplateChoicesResult): Choice[] {
  const separator = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });
  const detect: Choice = {
    label: mark(stated === null, l10n.t('Detect from Headings')),
    description: detected ?? l10n.t('no template'),
    detail: l10n.t(
      'The document names no template. It follows the settings, or the one that its headings fit.',
    ),
    template: null,
  };
  const templates = choices.map(({ id, name, description, source }): Choice => {
    const origin = source === 'workspace' ? l10n.t('from this workspace') : l10n.t('built in');
    const followed = stated === null ? l10n.t('detected') : l10n.t('named in the document');
    return {
      label: mark(id === stated, name),
      description: id === current ? `${origin}, ${followed}` : origin,
      detail: description,
      template: id,
    };
  });
  const more: Choice =
    current === null
      ? { label: l10n.t('Insert Spec Template…'), command: 'specwright.insertTemplate' }
      : {
          label: l10n.t('Convert to Another Template…'),
          detail: l10n.t('Moves the sections to where the other template has them.'),
          command: 'specwright.convertToTemplate',
        };
  return [detect, separator(l10n.t('templates')), ...templates, separator(l10n.t('text')), more];
}

/** What is chosen has a check mark; the others are indented as far. */
function mark(isChosen: boolean, label: string): string {
  return `${isChosen ? '$(check)' : '$(blank)'} ${label}`;
}

async function nameTemplate(
  server: LanguageServer,
  document: TextDocument,
  params: ChooseTemplateParams,
): Promise<void> {
  const { edits } = await server.request<ChooseTemplateResult>(chooseTemplateRequest, params);
  if (document.version !== params.version)
    throw new Error(l10n.t('The document has changed meanwhile. Choose again.'));
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('The document cannot be edited.'));
}
