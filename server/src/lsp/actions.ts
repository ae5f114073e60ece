import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { actionsAt, insertAllMissing, type Action } from '../features/actions';
import type { Problem } from '../rules/engine/problem';
import type { OpenDocument } from '../workspace/open-document';
import { toRange, toSpan, toTextEdit } from './convert';
import { SOURCE } from './diagnostics';
import { answer } from './guard';
import type { Capable, Session } from './session';

/** What a code action carries from the request to its resolution: no position, since the text may change in between. */
interface ActionData {
  readonly uri: string;
  readonly title: string;
  /** Undefined for an action about no single problem. */
  readonly problem: ProblemMark | undefined;
}

/** Tells a problem from the others of its document: it is number `index` of `count` that read the same. */
interface ProblemMark {
  readonly rule: string;
  readonly message: string;
  readonly index: number;
  readonly count: number;
}

/** Quick fixes. An edit is made when an action is resolved, from the text as it is then, so that none can be stale. */
export function serveActions(session: Session): Capable {
  const { connection, host } = session;
  const resolves = () =>
    session.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false;

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer<CodeAction[]>(session, 'code actions', token, [], () => {
      const document = session.documents.get(textDocument.uri);
      const wanted = context.only?.some((kind) => CodeActionKind.QuickFix.startsWith(kind)) ?? true;
      if (!document?.spec || !wanted) return [];
      const problems = problemsOf(document);
      return actionsAt(document.spec, problems, toSpan(document.lines, range), host).map((action) =>
        toCodeAction(document, problems, action, context.diagnostics),
      );
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    answer<CodeAction>(session, 'code action', token, action, () => {
      const data = action.data as ActionData | undefined;
      const document = data && session.documents.get(data.uri);
      const found = document && findAgain(document, data);
      return found ? { ...action, edit: toEdit(document, found) } : action;
    }),
  );
  return {
    capabilities: () => ({
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: true },
    }),
  };

  function problemsOf(document: OpenDocument): readonly Problem[] {
    return session.diagnostics.problems(document, session.configurationFor(document.uri));
  }

  /** The same action on the text as it is now; undefined where its problem is gone or can no longer be told from others. */
  function findAgain(document: OpenDocument, { title, problem: mark }: ActionData): Action | undefined {
    const { spec } = document;
    if (!spec) return undefined;
    if (!mark) {
      const all = insertAllMissing(spec);
      return all?.title === title ? all : undefined;
    }
    const alike = problemsOf(document).filter((problem) => readsLike(problem, mark));
    const problem = alike.length === mark.count ? alike[mark.index] : undefined;
    return problem && actionsAt(spec, [problem], problem.span, host).find((action) => action.title === title);
  }

  function toCodeAction(
    document: OpenDocument,
    problems: readonly Problem[],
    action: Action,
    shown: readonly Diagnostic[],
  ): CodeAction {
    const { title, problem, isPreferred } = action;
    const data: ActionData = { uri: document.uri, title, problem: problem && markOf(problem, problems) };
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

function markOf(problem: Problem, problems: readonly Problem[]): ProblemMark {
  const { message, rule } = problem;
  const mark = { rule: rule.id, message };
  const alike = problems.filter((other) => readsLike(other, mark));
  return { ...mark, index: alike.indexOf(problem), count: alike.length };
}

function readsLike({ rule, message }: Problem, mark: Pick<ProblemMark, 'rule' | 'message'>): boolean {
  return rule.id === mark.rule && message === mark.message;
}

function sameStart({ range: { start } }: Diagnostic, range: Diagnostic['range'] | undefined): boolean {
  return start.line === range?.start.line && start.character === range.start.character;
}
