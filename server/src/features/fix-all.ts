import type { Problem } from '../rules/engine/problem';
import { composeEdits } from '../text/compose';
import { inOrder, type TextEdit } from '../text/edit';
import { OpenDocument } from '../workspace/open-document';
import { NO_WORKSPACE, type WorkspaceView } from '../workspace/index/view';
import type { Host } from '../workspace/ports';
import type { TemplateChoice } from '../workspace/spec';
import { fixActions } from './actions';
import { Diagnostics } from './diagnostics';

/** More rounds than any document needs beyond one a problem; a fix that undoes another ends here instead of never. */
const SPARE_ROUNDS = 500;

/** A document after all its safe fixes. */
export interface Fixed {
  readonly text: string;
  /** What makes it of the text before, in order and without overlaps. */
  readonly edits: readonly TextEdit[];
}

/**
 * Applies the safe fixes of a document, one problem after another, until none is left that helps. A fix that leaves its
 * problem as it was is taken back: a section that is inserted behind a fence that nothing closes is only more code.
 */
export function fixAll(
  uri: string,
  text: string,
  choice: TemplateChoice,
  host: Host,
  workspace: WorkspaceView = NO_WORKSPACE,
): Fixed {
  const diagnostics = new Diagnostics(host, () => workspace);
  const problemsOf = (checked: OpenDocument) => diagnostics.problems(checked, choice.configuration);
  const seen = new Set([text]);
  const hopeless = new Set<string>();
  const applied: (readonly TextEdit[])[] = [];
  let document = new OpenDocument(uri, text, choice);
  let problems = problemsOf(document);
  for (let round = problems.length + SPARE_ROUNDS; round > 0; round--) {
    const next = firstFix(document, problems, host, hopeless);
    if (!next) break;
    const before = document.content;
    applyTo(document, next.edits);
    const left = problemsOf(document);
    if (countAlike(left, next.problem) < countAlike(problems, next.problem) && !seen.has(document.content)) {
      seen.add(document.content);
      applied.push(next.edits);
      problems = left;
    } else {
      hopeless.add(keyOf(next.problem));
      document = new OpenDocument(uri, before, choice);
      problems = problemsOf(document);
    }
  }
  return { text: document.content, edits: composeEdits(text, applied) };
}

/** Whether there is anything for `fixAll` to try. */
export function hasSafeFix(document: OpenDocument, problems: readonly Problem[], host: Host): boolean {
  return firstFix(document, problems, host) !== undefined;
}

/** The first problem that has exactly one safe fix, with its edits. */
function firstFix(
  { spec }: OpenDocument,
  problems: readonly Problem[],
  host: Host,
  hopeless: ReadonlySet<string> = new Set(),
): { problem: Problem; edits: readonly TextEdit[] } | undefined {
  for (const problem of problems) {
    if (problem.rule.fix !== 'safe' || !spec || hopeless.has(keyOf(problem))) continue;
    const fix = fixActions(spec, problem, host).find(({ isPreferred }) => isPreferred);
    if (fix) return { problem, edits: fix.edits };
  }
  return undefined;
}

/** From the last edit to the first, so that each finds its place as it was. */
function applyTo(document: OpenDocument, edits: readonly TextEdit[]): void {
  const { lines, version } = document;
  const changes = inOrder(edits)
    .reverse()
    .map(({ span: { start, end }, newText }) => ({
      range: { start: lines.positionAt(start), end: lines.positionAt(end) },
      text: newText,
    }));
  document.change(changes, version + 1);
}

function countAlike(problems: readonly Problem[], { rule, message }: Problem): number {
  return problems.filter((other) => other.rule === rule && other.message === message).length;
}

function keyOf({ rule, message }: Problem): string {
  return `${rule.id} ${message}`;
}
