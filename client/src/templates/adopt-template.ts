import {
  l10n,
  Range,
  Selection,
  TextEditorRevealType,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from 'vscode';
import {
  adoptTemplateRequest,
  type AdoptTemplateParams,
  type AdoptTemplateResult,
  type PlainRange,
} from '../../../server/src/protocol';
import type { LanguageServer } from '../language-server';

/** What to put around a document. */
export type Adopted = Pick<AdoptTemplateParams, 'template' | 'author' | 'instead'>;

/** Puts a template around the text of a document, and the cursor at the first thing to fill in. */
export async function adoptTemplate(
  server: LanguageServer,
  document: TextDocument,
  adopted: Adopted,
): Promise<void> {
  const { version } = document;
  const params: AdoptTemplateParams = { ...adopted, uri: document.uri.toString(), version };
  const result = await server.request<AdoptTemplateResult>(adoptTemplateRequest, params);
  switch (result.kind) {
    case 'refused':
      void window.showWarningMessage(result.reason);
      return;
    case 'follows': {
      const instead = await askInstead(result.name, result.canConvert);
      if (instead) await adoptTemplate(server, document, { ...adopted, instead });
      return;
    }
    case 'changed':
      return sayChanged();
    case 'edits': {
      if (result.edits.length === 0) {
        void window.showInformationMessage(
          l10n.t('Nothing was inserted: the document has all sections and fields of this template.'),
        );
        return;
      }
      if (document.version !== version) return sayChanged();
      const edit = new WorkspaceEdit();
      for (const { range, newText } of result.edits) edit.replace(document.uri, toRange(range), newText);
      if (!(await workspace.applyEdit(edit))) {
        void window.showWarningMessage(
          l10n.t('The template could not be inserted, since the document cannot be changed.'),
        );
        return;
      }
      await reveal(document, result.blank);
    }
  }
}

async function askInstead(name: string, canConvert: boolean): Promise<Adopted['instead']> {
  const convert = l10n.t('Convert');
  const insert = l10n.t('Insert Anyway');
  const answer = await window.showInformationMessage(
    l10n.t('This document follows the template "{0}".', name),
    {
      modal: true,
      detail: canConvert
        ? l10n.t(
            '"Convert" moves its sections to their places in the chosen template. "Insert Anyway" leaves everything where it is and adds what is missing.',
          )
        : l10n.t('"Insert Anyway" leaves everything where it is and adds what is missing.'),
    },
    ...(canConvert ? [convert, insert] : [insert]),
  );
  if (answer === undefined) return undefined;
  return answer === convert ? 'convert' : 'insert';
}

function sayChanged(): void {
  void window.showWarningMessage(
    l10n.t('The document was changed in the meantime, so nothing was inserted. Run the command again.'),
  );
}

async function reveal(document: TextDocument, blank: PlainRange | null): Promise<void> {
  const shown = window.visibleTextEditors.find((each) => each.document === document);
  const viewColumn = shown?.viewColumn;
  const editor = await window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
  if (!blank) return;
  const range = toRange(blank);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function toRange({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
