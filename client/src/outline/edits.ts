import {
  l10n,
  Range,
  SnippetString,
  TextEdit,
  TextEditorRevealType,
  window,
  workspace,
  WorkspaceEdit,
  type LogOutputChannel,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import {
  outlineEditRequest,
  type OutlineEditParams,
  type OutlineEditResult,
  type PlainRange,
} from '../../../server/src/protocol';
import { showFailure } from '../commands/failure';
import type { LanguageServer } from '../language-server';
import { isReadOnly } from './read-only';

let before: Promise<unknown> = Promise.resolve();

/**
 * Does something to an entry, in one step to undo; says why where it cannot be done. One after another, as the keys were pressed:
 * each is for the document as the one before has left it.
 */
export function edit(...what: Parameters<typeof editNow>): Promise<boolean> {
  const done = before.then(() => editNow(...what));
  before = done;
  return done;
}

async function editNow(
  { server, log }: { server: LanguageServer; log: LogOutputChannel },
  document: TextDocument,
  what: Pick<OutlineEditParams, 'key' | 'title' | 'act' | 'onto'>,
): Promise<boolean> {
  try {
    if (await isReadOnly(document)) {
      void window.showInformationMessage(l10n.t('This document is read-only.'));
      return false;
    }
    const { version } = document;
    const params: OutlineEditParams = { uri: document.uri.toString(), version, ...what };
    const result = await server.request<OutlineEditResult>(outlineEditRequest, params);
    const refused = 'refused' in result ? result.refused : undefined;
    const isDone = !('refused' in result) && (await apply(document, version, result));
    if (isDone) return true;
    const changed = l10n.t('The document has changed meanwhile, so nothing was done. Try again.');
    void window.showInformationMessage(refused ?? changed);
  } catch (error) {
    // What comes after does not wait for the message to be closed.
    void showFailure(l10n.t('The outline could not change the document.'), error, log);
  }
  return false;
}

type Edit = Exclude<OutlineEditResult, { refused: string }>;

async function apply(document: TextDocument, version: number, result: Edit): Promise<boolean> {
  if ('snippet' in result) {
    const editor = await editorFor(document, false);
    if (document.version !== version) return false;
    const range = toRange(result.range);
    if (!(await editor.insertSnippet(new SnippetString(result.snippet), range))) return false;
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
    return true;
  }
  if (document.version !== version) return false;
  const edits = new WorkspaceEdit();
  edits.set(
    document.uri,
    result.edits.map(({ range, newText }) => TextEdit.replace(toRange(range), newText)),
  );
  return workspace.applyEdit(edits);
}

/** The editor in which a document stands already; it gets the focus unless that is to stay where it is. */
export function editorFor(document: TextDocument, preserveFocus: boolean): Thenable<TextEditor> {
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  return window.showTextDocument(document, {
    preserveFocus,
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
  });
}

export function toRange({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
