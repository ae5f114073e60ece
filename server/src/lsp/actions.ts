import { t } from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import { isOfKind } from '../features/action-kind';
import { actionsAt, insertAllMissing, type Action } from '../features/actions';
import { fixAll, hasSafeFix } from '../features/fix-all';
import type { Problem } from '../rules/engine/problem';
import type { TextEdit } from '../text/edit';
import type { OpenDocument } from '../workspace/open-document';
import { toRange, toSpan } from './convert';
import { SOURCE } from './diagnostic';
import { answer } from './guard';
import { offerRefactorings, refactoringEdit, REFACTORING_KINDS, type RefactoringMark } from './refactorings';
import type { Capable, Session } from './session';
import { toWorkspaceEdit } from './workspace-edit';

/** What editors run on save, where `editor.codeActionsOnSave` has it or `source.fixAll`. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.specwright`;

/** What a code action carries from the request to its resolution: of a fix no position, since the text may change in between. */
interface ActionData {
  readonly uri: string;
  readonly title: string;
  readonly about: ProblemMark | RefactoringMark | 'missing sections' | 'all safe fixes';
}

/** Tells a problem from the others of its document: it is number `index` of `count` that read the same. */
interface ProblemMark {
  readonly rule: string;
  readonly message: string;
  readonly index: number;
  readonly count: number;
}

/** Quick fixes, all safe ones at once, and refactorings. An edit is made when an action is resolved, from the text as it is then, so that none can be stale. */
export function serveActions(session: Session): Capable {
  const { connection, host } = session;
  const resolves = () =>
    session.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false;

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer<CodeAction[]>(session, 'code actions', token, [], () => {
      const document = session.documents.get(textDocument.uri);
      if (!document?.spec) return [];
      const problems = problemsOf(document);
      const fixes = isWanted(CodeActionKind.QuickFix, context.only)
        ? actionsAt(document.spec, problems, toSpan(document.lines, range), host)
        : [];
      // A source action is about the whole file; nobody wants it among the fixes of a line.
      const all = context.only !== undefined && isWanted(FIX_ALL, context.only);
      // What a fix does already would stand in the menu twice.
      const fixed = new Set(fixes.map(({ title }) => title));
      const refactorings = offerRefactorings(session, document, { range, context }).filter(
        ({ action }) => !fixed.has(action.title),
      );
      return [
        ...fixes.map((action) => toCodeAction(document, problems, action, context.diagnostics)),
        ...(all && hasSafeFix(document, problems, host) ? [toFixAll(document)] : []),
        ...refactorings.map(({ action, mark }) => toRefactoring(document, action, mark)),
      ];
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    answer<CodeAction>(session, 'code action', token, action, () => {
      const data = action.data as ActionData | undefined;
      const document = data && session.documents.get(data.uri);
      const edit = document && editOf(document, data);
      return edit ? { ...action, edit } : action;
    }),
  );
  return {
    capabilities: () => ({
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, ...REFACTORING_KINDS],
        resolveProvider: true,
      },
    }),
  };

  function problemsOf(document: OpenDocument): readonly Problem[] {
    return session.diagnostics.problems(document, session.configurationFor(document.uri));
  }

  function editOf(document: OpenDocument, { title, about }: ActionData): CodeAction['edit'] {
    if (typeof about === 'object' && 'kind' in about) return refactoringEdit(session, document, title, about);
    const edits = findAgain(document, title, about);
    return edits && toWorkspaceEdit(session, document, edits);
  }

  /** The edits of an action on the text as it is now; undefined where its problem is gone or can no longer be told from others. */
  function findAgain(
    document: OpenDocument,
    title: string,
    about: Exclude<ActionData['about'], RefactoringMark>,
  ): readonly TextEdit[] | undefined {
    const { spec } = document;
    if (!spec) return undefined;
    if (about === 'all safe fixes') return allSafeFixes(document);
    if (about === 'missing sections') return insertAllMissing(spec)?.edits;
    const alike = problemsOf(document).filter((problem) => readsLike(problem, about));
    const problem = alike.length === about.count ? alike[about.index] : undefined;
    const actions = problem ? actionsAt(spec, [problem], problem.span, host) : [];
    return actions.find((action) => action.title === title)?.edits;
  }

  /** Undefined where there is nothing to change. */
  function allSafeFixes({ uri, content }: OpenDocument): readonly TextEdit[] | undefined {
    const { edits } = fixAll(uri, content, session.choiceFor(uri), host, session.workspaces.view(uri));
    return edits.length > 0 ? edits : undefined;
  }

  function toFixAll(document: OpenDocument): CodeAction {
    const title = t('Fix all Specwright problems that have a safe fix');
    const data: ActionData = { uri: document.uri, title, about: 'all safe fixes' };
    const edits = resolves() ? undefined : allSafeFixes(document);
    return {
      title,
      kind: FIX_ALL,
      data,
      ...(edits ? { edit: toWorkspaceEdit(session, document, edits) } : {}),
    };
  }

  function toRefactoring(document: OpenDocument, action: CodeAction, about: RefactoringMark): CodeAction {
    const data: ActionData = { uri: document.uri, title: action.title, about };
    const edit = resolves() ? undefined : refactoringEdit(session, document, action.title, about);
    return { ...action, data, ...(edit ? { edit } : {}) };
  }

  function toCodeAction(
    document: OpenDocument,
    problems: readonly Problem[],
    action: Action,
    shown: readonly Diagnostic[],
  ): CodeAction {
    const { title, problem, isPreferred } = action;
    const about = problem ? markOf(problem, problems) : 'missing sections';
    const data: ActionData = { uri: document.uri, title, about };
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
      ...(resolves() ? {} : { edit: toWorkspaceEdit(session, document, action.edits) }),
    };
  }
}

/** Whether a kind of action is among those asked for. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only?.some((asked) => isOfKind(kind, asked)) ?? true;
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
