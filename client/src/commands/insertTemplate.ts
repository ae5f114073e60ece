import {
  l10n,
  languages,
  Range,
  SnippetString,
  window,
  workspace,
  type LogOutputChannel,
  type QuickPickItem,
  type TextEditor,
} from 'vscode';
import {
  templateSnippetRequest,
  templatesRequest,
  type TemplateSnippetParams,
  type TemplateSnippetResult,
  type TemplatesParams,
  type TemplatesResult,
  type TemplateSummary,
} from '../../../server/src/protocol';
import { authorName } from '../author';
import { isBlank } from '../documents';
import type { Host } from '../host';
import type { LanguageServer } from '../language-server';
import { showFailure } from './failure';

/** What runs it may name the template. */
type Command = (template?: unknown) => Promise<void>;

/** Inserts a template that the person picks into the empty active document, or else into a new one. */
export function insertTemplate(server: LanguageServer, host: Host, log: LogOutputChannel): Command {
  return (template) => insert(server, host, log, emptyEditor, template);
}

/** The same, always into a new document. */
export function newSpec(server: LanguageServer, host: Host, log: LogOutputChannel): Command {
  return (template) => insert(server, host, log, () => undefined, template);
}

async function insert(
  server: LanguageServer,
  host: Host,
  log: LogOutputChannel,
  target: () => TextEditor | undefined,
  template: unknown,
): Promise<void> {
  try {
    // A key binding may name the template. What a menu hands over is not a name.
    const uri = target()?.document.uri;
    const id = typeof template === 'string' ? template : await pickTemplate(server, uri?.toString());
    if (id === undefined) return;
    const params: TemplateSnippetParams = {
      template: id,
      author: await authorName(host, uri),
      uri: uri?.toString(),
    };
    const { snippet } = await server.request<TemplateSnippetResult>(templateSnippetRequest, params);
    // Looked up again: meanwhile the person may have typed, or gone elsewhere.
    const editor = (await asMarkdown(target())) ?? (await newEditor());
    const { document } = editor;
    const everything = document.validateRange(new Range(0, 0, document.lineCount, 0));
    await editor.insertSnippet(new SnippetString(snippet), everything);
  } catch (error) {
    await showFailure(l10n.t('The template could not be inserted.'), error, log);
  }
}

async function pickTemplate(server: LanguageServer, uri: string | undefined): Promise<string | undefined> {
  const params: TemplatesParams = uri === undefined ? {} : { uri };
  const items = server
    .request<TemplatesResult>(templatesRequest, params)
    .then(({ templates }) => templates.map((template) => ({ ...pickItem(template), id: template.id })));
  // Shown at once, and filled when the server answers.
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Insert Spec Template'),
    placeHolder: l10n.t('Choose what to specify'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}

function pickItem({ name, description, source, sections }: TemplateSummary): QuickPickItem {
  const origin = source === 'workspace' ? l10n.t('from this workspace') : l10n.t('built in');
  const size = sections === 1 ? l10n.t('1 section') : l10n.t('{0} sections', sections);
  return { label: name, description: `${size}, ${origin}`, detail: description };
}

/** The active editor, if a template can go there and nothing is lost. */
function emptyEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (!editor || !isBlank(editor.document)) return undefined;
  const { languageId, isUntitled } = editor.document;
  return languageId === 'markdown' || (isUntitled && languageId === 'plaintext') ? editor : undefined;
}

async function asMarkdown(editor: TextEditor | undefined): Promise<TextEditor | undefined> {
  if (!editor || editor.document.languageId === 'markdown') return editor;
  return window.showTextDocument(await languages.setTextDocumentLanguage(editor.document, 'markdown'));
}

async function newEditor(): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language: 'markdown' }));
}
