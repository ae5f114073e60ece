import { Checker } from '../rules/engine/checker';
import type { Problem } from '../rules/engine/problem';
import { RULES } from '../rules/engine/registry.generated';
import type { Configuration } from '../workspace/configuration';
import type { OpenDocument } from '../workspace/open-document';
import type { Host } from '../workspace/ports';

/** The problems of open documents; each document's are kept up with its edits. */
export class Diagnostics {
  private readonly checkers = new WeakMap<OpenDocument, Checker>();

  constructor(private readonly host: Host) {}

  /** All problems of a document, in its order; none where it is no spec. */
  problems(document: OpenDocument, configuration: Configuration): Problem[] {
    if (!document.spec || !configuration.enable) return [];
    let checker = this.checkers.get(document);
    if (!checker) this.checkers.set(document, (checker = new Checker(RULES, this.host)));
    return checker.check(document.spec, configuration);
  }
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
