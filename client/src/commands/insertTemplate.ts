import {
  l10n,
  languages,
  Range,
  SnippetString,
  TabInputTextDiff,
  window,
  workspace,
  type LogOutputChannel,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import {
  templateSnippetRequest,
  type TemplateSnippetParams,
  type TemplateSnippetResult,
} from '../../../server/src/protocol';
import { authorName } from '../author';
import { isBlank } from '../documents';
import type { Host } from '../host';
import type { LanguageServer } from '../language-server';
import { adoptTemplate } from '../templates/adopt-template';
import { pickTemplate } from '../templates/template-picker';
import { showFailure } from './failure';

/** What runs it may name the template. */
type Command = (template?: unknown) => Promise<void>;

/**
 * Inserts a template that the person picks: into the active document where it is empty, around its text where it has some, and
 * into a new document where there is none that it could go to.
 */
export function insertTemplate(server: LanguageServer, host: Host, log: LogOutputChannel): Command {
  return async (argument) => {
    try {
      const target = activeDocument();
      if (target && !isWritable(target)) return;
      const asked = authorName(host, target?.uri);
      // A key binding may name the template. What a menu hands over is not a name.
      const template = typeof argument === 'string' ? argument : await askTemplate(server, target, asked);
      if (template === undefined) return;
      const author = await asked;
      // Looked at again: meanwhile the person may have typed.
      if (target && !target.isClosed && !isBlank(target))
        await adoptTemplate(server, await asMarkdown(target), { template, author });
      else await insertSnippet(server, target, { template, author });
    } catch (error) {
      await showFailure(l10n.t('The template could not be inserted.'), error, log);
    }
  };
}

async function askTemplate(
  server: LanguageServer,
  target: TextDocument | undefined,
  author: Promise<string | undefined>,
): Promise<string | undefined> {
  const answer = await pickTemplate(server, {
    title: l10n.t('Insert Spec Template'),
    uri: target?.uri,
    author,
  });
  return typeof answer === 'string' ? undefined : answer.value.id;
}

async function insertSnippet(
  server: LanguageServer,
  target: TextDocument | undefined,
  { template, author }: Pick<TemplateSnippetParams, 'template' | 'author'>,
): Promise<void> {
  const params: TemplateSnippetParams = { template, author, uri: target?.uri.toString() };
  const { snippet } = await server.request<TemplateSnippetResult>(templateSnippetRequest, params);
  const isFree = target && !target.isClosed && isBlank(target);
  await fillWith(snippet, isFree ? await asMarkdown(target) : await newDocument());
}

/** Puts a snippet in the place of all that stands in a document, and the cursor at its first stop. */
export async function fillWith(snippet: string, document: TextDocument): Promise<TextEditor> {
  const text = document.getText();
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, {
    preview: false,
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
  });
  const everything = document.validateRange(new Range(0, 0, document.lineCount, 0));
  // Words that were typed while the editor came up stay; and VS Code refuses what is for another version.
  const isFilled =
    document.getText() === text && (await editor.insertSnippet(new SnippetString(snippet), everything));
  if (!isFilled)
    throw new Error(
      l10n.t('The document was changed in the meantime, so nothing was inserted. Run the command again.'),
    );
  return editor;
}

export async function newDocument(): Promise<TextDocument> {
  return workspace.openTextDocument({ language: 'markdown' });
}

/** The active document, if a template can go there. */
function activeDocument(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (!document) return undefined;
  const { languageId, isUntitled } = document;
  return languageId === 'markdown' || (isUntitled && languageId === 'plaintext') ? document : undefined;
}

/** Says so where a document cannot be changed. */
function isWritable({ uri, isUntitled }: TextDocument): boolean {
  const isDiff = window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff;
  if (!isDiff && (isUntitled || workspace.fs.isWritableFileSystem(uri.scheme) !== false)) return true;
  void window.showInformationMessage(
    isDiff
      ? l10n.t('A template cannot be inserted into a comparison. Open the file itself.')
      : l10n.t('A template cannot be inserted here, since this document is read-only.'),
  );
  return false;
}

async function asMarkdown(document: TextDocument): Promise<TextDocument> {
  return document.languageId === 'markdown'
    ? document
    : languages.setTextDocumentLanguage(document, 'markdown');
}
