import {
  CompletionItemKind,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver';
import type { Completion, CompletionKind } from '../features/completion/completion';
import { completionsAt, TRIGGERS } from '../features/completion/completions';
import { hiddenSpec } from '../features/completion/hidden-spec';
import { toSnippet } from '../features/snippet-text';
import type { Schema } from '../template/schema';
import type { OpenDocument } from '../workspace/open-document';
import { toRange, toTextEdit } from './convert';
import { answer } from './guard';
import type { Capable, Session } from './session';

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  requirement: CompletionItemKind.Reference,
  field: CompletionItemKind.Field,
  choice: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  date: CompletionItemKind.Constant,
  person: CompletionItemKind.Text,
  document: CompletionItemKind.File,
  row: CompletionItemKind.Struct,
  code: CompletionItemKind.Snippet,
  rule: CompletionItemKind.Keyword,
};

/** Finds a completion again when its documentation is asked for. */
interface ItemData {
  readonly list: number;
  readonly index: number;
}

/** Completions. What there is to say about one is said when it is looked at. */
export function serveCompletion(session: Session): Capable {
  const { connection, host } = session;
  let last: { readonly list: number; readonly completions: readonly Completion[] } = {
    list: 0,
    completions: [],
  };
  /** The template that each document follows, or did until something hid its headings. */
  const schemas = new Map<string, Schema>();
  const nothing: CompletionList = { isIncomplete: false, items: [] };

  session.onDidChange((uri) => remember(session.documents.get(uri)));
  session.onDidReload(() => [...session.documents.all()].forEach(remember));
  session.onDidClose((uri) => schemas.delete(uri));
  connection.onCompletion(({ textDocument, position, context }, token) =>
    answer<CompletionList>(session, 'completions', token, nothing, () => {
      const document = session.documents.get(textDocument.uri);
      if (!document || !isServed(document)) return nothing;
      const offset = document.lines.offsetAt(position);
      const isTyped = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      const completions = completionsOf(document, offset, isTyped ? context.triggerCharacter : undefined);
      last = { list: last.list + 1, completions };
      return {
        isIncomplete: false,
        items: completions.map((each, index) => toItem(document, offset, each, index)),
      };
    }),
  );
  connection.onCompletionResolve((item, token) =>
    answer<CompletionItem>(session, 'completion', token, item, () => {
      const data = item.data as ItemData | undefined;
      const documentation =
        data?.list === last.list ? last.completions[data.index]?.documentation?.() : undefined;
      return documentation === undefined ? item : { ...item, documentation: markup(documentation) };
    }),
  );
  return {
    capabilities: () => ({
      completionProvider: {
        triggerCharacters: [...TRIGGERS],
        resolveProvider: true,
        completionItem: { labelDetailsSupport: true },
      },
    }),
  };

  function remember(document: OpenDocument | undefined): void {
    if (document?.spec) schemas.set(document.uri, document.spec.schema);
  }

  function isServed({ uri }: OpenDocument): boolean {
    return session.configurationFor(uri).enable && session.templates.folderOf(uri) === undefined;
  }

  function completionsOf(document: OpenDocument, offset: number, trigger: string | undefined): Completion[] {
    const { uri } = document;
    const choice = session.choiceFor(uri);
    const followed = schemas.get(uri);
    const spec = document.spec ?? (followed && hiddenSpec(document, offset, followed));
    if (!spec) return [];
    const configuration = session.configurationFor(uri);
    return completionsAt({
      spec,
      offset,
      trigger,
      workspace: session.workspaces.view(uri),
      lookup: session.workspaces.lookup(uri),
      schemas: choice.schemas,
      today: host.clock.today(),
      author: configuration.author,
      problemsOf: (each) => session.diagnostics.problemsAs(document, each, configuration),
    });
  }

  function toItem(
    document: OpenDocument,
    offset: number,
    completion: Completion,
    index: number,
  ): CompletionItem {
    const { label, kind, detail, filter, stops = [], also = [] } = completion;
    const can = session.client.textDocument?.completion?.completionItem;
    const isSnippet = stops.length > 0 && can?.snippetSupport === true;
    const data: ItemData = { list: last.list, index };
    return {
      label,
      kind: KINDS[kind],
      sortText: String(index).padStart(4, '0'),
      textEdit: editOf(document, offset, completion, isSnippet),
      data,
      ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(can?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs)
        ? { insertTextMode: InsertTextMode.asIs }
        : {}),
      ...(also.length > 0
        ? { additionalTextEdits: also.map((edit) => toTextEdit(document.lines, edit)) }
        : {}),
      ...(filter === undefined ? {} : { filterText: filter }),
      ...(detail === undefined
        ? {}
        : can?.labelDetailsSupport
          ? { labelDetails: { description: detail } }
          : { detail }),
    };
  }

  function editOf(
    { lines }: OpenDocument,
    offset: number,
    { span, keepsRest, text, stops = [] }: Completion,
    isSnippet: boolean,
  ): CompletionItem['textEdit'] {
    const newText = isSnippet ? toSnippet(text, stops) : text;
    const replace = toRange(lines, span);
    if (!keepsRest || span.end === offset) return { range: replace, newText };
    const insert = toRange(lines, { start: span.start, end: offset });
    return session.client.textDocument?.completion?.completionItem?.insertReplaceSupport
      ? { insert, replace, newText }
      : { range: insert, newText };
  }

  /** As Markdown, or for a client that cannot show it as the text that it is. */
  function markup(value: string): CompletionItem['documentation'] {
    const formats = session.client.textDocument?.completion?.completionItem?.documentationFormat;
    return formats?.includes(MarkupKind.Markdown) ? { kind: MarkupKind.Markdown, value } : value;
  }
}
