import { CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import type { RefactorContext, Refactoring } from '../features/refactor/refactoring';
import { REFACTORINGS, refactoringsAt } from '../features/refactor/refactorings';
import type { OpenDocument } from '../workspace/open-document';
import type { Spec } from '../workspace/spec';
import { toSpan } from './convert';
import type { Session } from './session';
import { canCreateFiles, toWorkspaceEdit } from './workspace-edit';

/** The kinds of all refactorings, for the client to know what it may ask for. */
export const REFACTORING_KINDS = [...new Set(REFACTORINGS.map(({ kind }) => kind))];

/** Finds a refactoring again when it is resolved: only in the very version that it was offered for. */
export interface RefactoringMark {
  readonly kind: string;
  readonly version: number;
  readonly range: CodeActionParams['range'];
  readonly isAskedFor: boolean;
}

/** The refactorings for a place as code actions, without their edits. */
export function offerRefactorings(
  session: Session,
  document: OpenDocument,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
): { action: CodeAction; mark: RefactoringMark }[] {
  // Nobody wants a light bulb on every line.
  if (!document.spec || (!context.only && context.triggerKind === CodeActionTriggerKind.Automatic)) return [];
  const { version } = document;
  const isAskedFor = context.only !== undefined;
  const found = refactoringsAt(
    contextOf(session, document, document.spec, { range, isAskedFor }),
    context.only,
  ).filter(({ newFile }) => !newFile || canCreateFiles(session));
  return found.map(({ title, kind }) => ({
    action: { title, kind },
    mark: { kind, version, range, isAskedFor },
  }));
}

/** The edit of a refactoring that was offered; undefined once the document has changed. */
export function refactoringEdit(
  session: Session,
  document: OpenDocument,
  title: string,
  mark: RefactoringMark,
): CodeAction['edit'] {
  if (!document.spec || document.version !== mark.version) return undefined;
  const context = contextOf(session, document, document.spec, mark);
  const found: Refactoring | undefined = refactoringsAt(context, [mark.kind]).find(
    (refactoring) => refactoring.title === title,
  );
  return found && toWorkspaceEdit(session, document, found.edits, found.newFile);
}

function contextOf(
  session: Session,
  { uri, lines }: OpenDocument,
  spec: Spec,
  { range, isAskedFor }: Pick<RefactoringMark, 'range' | 'isAskedFor'>,
): RefactorContext {
  return {
    spec,
    span: toSpan(lines, range),
    isAskedFor,
    schemas: session.choiceFor(uri).schemas,
    workspace: session.workspaces.view(uri),
    clock: session.host.clock,
    author: session.configurationFor(uri).author,
  };
}
