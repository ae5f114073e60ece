import { Checker } from '../rules/engine/checker';
import type { Problem } from '../rules/engine/problem';
import { RULES } from '../rules/engine/registry.generated';
import type { Configuration } from '../workspace/configuration';
import type { OpenDocument } from '../workspace/open-document';
import { NO_WORKSPACE, type WorkspaceView } from '../workspace/index/view';
import type { Host } from '../workspace/ports';
import type { Spec } from '../workspace/spec';

/** What was found when a document was last looked at. */
interface Last {
  readonly version: number;
  readonly problems: readonly Problem[];
}

/** The problems of open documents; each document's are kept up with its edits, and with what the others say. */
export class Diagnostics {
  private readonly checkers = new WeakMap<OpenDocument, Checker>();
  private readonly last = new WeakMap<OpenDocument, Last>();

  /** @param viewFrom what a document at a URI may know of the others */
  constructor(
    private readonly host: Host,
    private readonly viewFrom: (uri: string) => WorkspaceView = () => NO_WORKSPACE,
  ) {}

  /** All problems of a document, in its order; none where it is no spec. */
  problems(document: OpenDocument, configuration: Configuration): Problem[] {
    if (!document.spec) return [];
    let checker = this.checkers.get(document);
    if (!checker) this.checkers.set(document, (checker = new Checker(RULES, this.host)));
    const problems = checker.check(document.spec, configuration, this.viewFrom(document.uri));
    this.last.set(document, { version: document.version, problems });
    return problems;
  }

  /** The problems that a document would have if it were `spec`, a snapshot of it with another text. */
  problemsAs(document: OpenDocument, spec: Spec, configuration: Configuration): Problem[] {
    const checker = this.checkers.get(document) ?? new Checker(RULES, this.host);
    this.checkers.set(document, checker);
    return checker.check(spec, configuration, this.viewFrom(document.uri));
  }

  /** Whether a document has other problems than when it was last looked at, though nobody has changed it since. */
  areOutdated(document: OpenDocument, configuration: Configuration): boolean {
    const last = this.last.get(document);
    if (last?.version !== document.version) return false;
    const now = this.problems(document, configuration);
    return (
      now.length !== last.problems.length || now.some((problem, i) => !isSame(problem, last.problems[i]!))
    );
  }
}

function isSame(a: Problem, b: Problem): boolean {
  return (
    a.rule === b.rule &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end
  );
}

/** The problems without those on the line being typed that may be gone when it is finished. */
export function withoutUnfinished(problems: readonly Problem[], document: OpenDocument): Problem[] {
  const { editedLine, lines } = document;
  if (editedLine === undefined) return [...problems];
  const start = lines.offsetAt({ line: editedLine, character: 0 });
  const end = lines.offsetAt({ line: editedLine + 1, character: 0 });
  return problems.filter(
    ({ rule, span }) => !rule.waitsForLine || span.start < start || span.start >= Math.max(end, start + 1),
  );
}
