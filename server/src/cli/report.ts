import { fixActions } from '../features/actions';
import { rulePage } from '../features/rule-page';
import type { TemplateProblem } from '../features/template-problems';
import type { Problem } from '../rules/engine/problem';
import type { Span } from '../text/span';
import type { Severity } from '../workspace/configuration';
import type { OpenDocument } from '../workspace/open-document';
import { cliHost } from './library';

/** A place as the JSON report has it; lines and columns from 1, columns in UTF-16 units. */
interface ReportedPlace {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A problem as the JSON report has it. */
export interface ReportedProblem extends ReportedPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly fixable: boolean;
  readonly slot: string | null;
  /** Other places in the file that it is about. */
  readonly related: readonly ReportedPlace[];
  /** The page about the rule; null for what no rule has found. */
  readonly url: string | null;
}

export interface ReportedFile {
  readonly path: string;
  readonly template: { readonly id: string; readonly confidence: number } | null;
  readonly problems: readonly ReportedProblem[];
}

/** The JSON report of `check`. */
export interface Report {
  readonly version: 1;
  readonly files: readonly ReportedFile[];
  readonly summary: Readonly<Record<'files' | Severity, number>>;
}

/** What a rule found, as the report has it. */
export function toProblem(document: OpenDocument, problem: Problem): ReportedProblem {
  const { rule, severity, message, span, slot } = problem;
  const place = placeOf(document, span);
  const fixable = document.spec !== undefined && fixActions(document.spec, problem, cliHost).length > 0;
  const related = problem.related.map((other) => ({
    message: other.message,
    ...placeOf(document, other.span),
  }));
  const url = rulePage(rule.id);
  return { rule: rule.id, severity, message, ...place, fixable, slot: slot ?? null, related, url };
}

/** What is wrong about a template, as the report has it. */
export function toTemplateProblem(
  document: OpenDocument,
  { code, severity, message, span }: TemplateProblem,
): ReportedProblem {
  const place = placeOf(document, span);
  return { rule: code, severity, message, ...place, fixable: false, slot: null, related: [], url: null };
}

function placeOf({ lines }: OpenDocument, span: Span) {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The report on files, with the number of problems of each severity. */
export function summarise(files: readonly ReportedFile[]): Report {
  const summary = { files: files.length, error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of files.flatMap(({ problems }) => problems)) summary[severity] += 1;
  return { version: 1, files, summary };
}
