import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { actionsAt, type Action } from '../features/actions';
import type { OpenDocument } from '../workspace/open-document';
import type { Span } from '../text/span';
import { toRange, toSpan, toTextEdit } from './convert';
import { SOURCE } from './diagnostics';
import { answer } from './guard';
import type { Capable, Session } from './session';

/** What a code action carries from the request to its resolution. */
interface ActionData {
  readonly uri: string;
  readonly span: Span;
  readonly title: string;
  readonly rule: string | undefined;
}

/** Quick fixes. An edit is made when an action is resolved, from the text as it is then, so that none can be stale. */
export function serveActions(session: Session): Capable {
  const { connection, host } = session;
  const resolves = () =>
    session.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false;

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer<CodeAction[]>(host.log, 'code actions', token, [], () => {
      const document = session.documents.get(textDocument.uri);
      const wanted = context.only?.some((kind) => CodeActionKind.QuickFix.startsWith(kind)) ?? true;
      if (!document?.spec || !wanted) return [];
      const span = toSpan(document.lines, range);
      return actionsOf(document, span).map((action) =>
        toCodeAction(document, span, action, context.diagnostics),
      );
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    answer<CodeAction>(host.log, 'code action', token, action, () => {
      const { uri, span, title, rule } = action.data as ActionData;
      const document = session.documents.get(uri);
      const found =
        document &&
        actionsOf(document, span).find((one) => one.title === title && one.problem?.rule.id === rule);
      return found ? { ...action, edit: toEdit(document, found) } : action;
    }),
  );
  return {
    capabilities: () => ({
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: true },
    }),
  };

  function actionsOf(document: OpenDocument, span: Span): Action[] {
    if (!document.spec) return [];
    const problems = session.diagnostics.problems(document, session.configurationFor(document.uri));
    return actionsAt(document.spec, problems, span, host);
  }

  function toCodeAction(
    document: OpenDocument,
    span: Span,
    action: Action,
    shown: readonly Diagnostic[],
  ): CodeAction {
    const { title, problem, isPreferred } = action;
    const data: ActionData = { uri: document.uri, span, title, rule: problem?.rule.id };
    const range = problem && toRange(document.lines, problem.span);
    const resolved = shown.filter(
      (diagnostic) =>
        diagnostic.source === SOURCE && diagnostic.code === problem?.rule.id && sameStart(diagnostic, range),
    );
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: resolved,
      isPreferred,
      data,
      ...(resolves() ? {} : { edit: toEdit(document, action) }),
    };
  }

  /** Versioned where the client can tell a stale edit by it. */
  function toEdit({ uri, version, lines }: OpenDocument, { edits }: Action): WorkspaceEdit {
    const changes = edits.map((edit) => toTextEdit(lines, edit));
    if (!session.client.workspace?.workspaceEdit?.documentChanges) return { changes: { [uri]: changes } };
    return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
  }
}

function sameStart({ range: { start } }: Diagnostic, range: Diagnostic['range'] | undefined): boolean {
  return start.line === range?.start.line && start.character === range.start.character;
}
