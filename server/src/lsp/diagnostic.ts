import {
  DiagnosticSeverity,
  DiagnosticTag,
  type ClientCapabilities,
  type Diagnostic,
  type DiagnosticsCapabilities,
} from 'vscode-languageserver';
import { rulePage } from '../features/rule-page';
import type { Problem } from '../rules/engine/problem';
import type { Severity } from '../workspace/configuration';
import type { OpenDocument } from '../workspace/open-document';
import { toRange } from './convert';

export const SOURCE = 'specwright';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A diagnostic of what is known about any problem, whoever found it. */
export function toDiagnostic(
  { lines }: OpenDocument,
  code: string,
  { severity, message, span }: Pick<Problem, 'severity' | 'message' | 'span'>,
): Diagnostic {
  return { range: toRange(lines, span), severity: SEVERITIES[severity], source: SOURCE, code, message };
}

/** A diagnostic of what a rule found, with all that the client can show. */
export function ruleDiagnostic(
  document: OpenDocument,
  problem: Problem,
  client: ClientCapabilities,
): Diagnostic {
  const { uri, lines } = document;
  const { rule } = problem;
  const diagnostic = toDiagnostic(document, rule.id, problem);
  if (shows(client, ({ codeDescriptionSupport }) => codeDescriptionSupport))
    diagnostic.codeDescription = { href: rulePage(rule.id) };
  const { Unnecessary } = DiagnosticTag;
  if (rule.isUnnecessary && shows(client, ({ tagSupport }) => tagSupport?.valueSet.includes(Unnecessary)))
    diagnostic.tags = [Unnecessary];
  if (problem.related.length > 0 && shows(client, ({ relatedInformation }) => relatedInformation))
    diagnostic.relatedInformation = problem.related.map(({ span, message }) => ({
      location: { uri, range: toRange(lines, span) },
      message,
    }));
  return diagnostic;
}

/** Since LSP 3.18 what a client can show stands under pulls, too; before, it stood under pushes alone. */
function shows(
  { textDocument }: ClientCapabilities,
  can: (capabilities: DiagnosticsCapabilities) => boolean | undefined,
): boolean {
  const stated = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  return stated.some((capabilities) => capabilities !== undefined && can(capabilities) === true);
}
