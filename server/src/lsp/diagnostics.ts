import {
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { withoutUnfinished } from '../features/diagnostics';
import { templateProblems, unknownTemplate } from '../features/template-problems';
import type { OpenDocument } from '../workspace/open-document';
import { answer, guard } from './guard';
import { ruleDiagnostic, SOURCE, toDiagnostic } from './diagnostic';
import { DocumentStatuses } from './document-status';
import type { Capable, Session } from './session';

/** How long a line must be left alone before its unfinished words are judged. */
const SETTLE_MS = 1500;

/** Diagnostics: pulled by clients that can, pushed to all others. */
export function serveDiagnostics(session: Session): Capable {
  const { connection, host } = session;
  const settling = new Map<string, ReturnType<typeof setTimeout>>();
  const statuses = new DocumentStatuses(session);
  const pulls = () => session.client.textDocument?.diagnostic !== undefined;

  connection.languages.diagnostics.on(({ textDocument }, token) => {
    const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return answer<DocumentDiagnosticReport>(session, 'diagnostics', token, empty, () => {
      const document = session.documents.get(textDocument.uri);
      return document ? { kind: DocumentDiagnosticReportKind.Full, items: check(document) } : empty;
    });
  });

  session.onDidChange((uri) => {
    const document = session.documents.get(uri);
    // What is open before settings and templates are known is checked when they are.
    if (!document || !session.isReady) return;
    if (!pulls()) push(document);
    else if (!document.spec) statuses.checked(document, []);
    settleLater(uri);
    if (session.configurationFor(uri).verifyIncremental) verify(document);
  });
  session.onDidClose((uri) => {
    clearTimeout(settling.get(uri));
    settling.delete(uri);
    statuses.forget(uri);
    if (!pulls()) send(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
  });
  session.onDidReload(refresh);
  session.onDidBecomeOutdated((documents) => {
    if (pulls()) refresh();
    else for (const document of documents) push(document);
  });

  return {
    capabilities() {
      if (!pulls()) return {};
      // A client that can be told when to ask again need not ask after every change of another document.
      const interFileDependencies = session.client.workspace?.diagnostics?.refreshSupport !== true;
      return {
        diagnosticProvider: { identifier: SOURCE, interFileDependencies, workspaceDiagnostics: false },
      };
    },
  };

  function check(document: OpenDocument): Diagnostic[] {
    const configuration = session.configurationFor(document.uri);
    const faults = configuration.enable ? templateProblems(session.templates, document) : [];
    if (faults && faults.length > 0) {
      statuses.checked(document, faults);
      return faults.map((fault) => toDiagnostic(document, fault.code, fault));
    }
    const problems = faults ? [] : session.diagnostics.problems(document, configuration);
    const shown = withoutUnfinished(problems, document);
    const schemas = session.templates.all(session.templateFolderFor(document.uri));
    const unknown = faults ? [] : unknownTemplate(document, schemas);
    statuses.checked(document, [...unknown, ...shown]);
    return [
      ...unknown.map((problem) => toDiagnostic(document, problem.code, problem)),
      ...shown.map((problem) => ruleDiagnostic(document, problem, session.client)),
    ];
  }

  function push(document: OpenDocument): void {
    const { uri, version } = document;
    send(() => connection.sendDiagnostics({ uri, version, diagnostics: check(document) }));
  }

  function refresh(): void {
    if (!pulls()) for (const document of session.documents.all()) push(document);
    else {
      for (const document of session.documents.all()) if (!document.spec) statuses.checked(document, []);
      if (session.client.workspace?.diagnostics?.refreshSupport)
        send(() => connection.languages.diagnostics.refresh());
    }
  }

  /** One document that cannot be checked, or a client that cannot be told, is a line in the log. */
  function send(message: () => Promise<void>): void {
    void guard(host.log, 'diagnostics', message);
  }

  /** Once nobody has typed for a while, what was withheld is said. */
  function settleLater(uri: string): void {
    clearTimeout(settling.get(uri));
    const timer = setTimeout(() => {
      settling.delete(uri);
      const document = session.documents.get(uri);
      if (document?.editedLine === undefined) return;
      const problems = session.diagnostics.problems(document, session.configurationFor(uri));
      const withheld = problems.length !== withoutUnfinished(problems, document).length;
      document.settle();
      if (withheld) refresh();
    }, SETTLE_MS);
    settling.set(uri, timer);
  }

  function verify(document: OpenDocument): void {
    const difference = document.verify();
    if (difference)
      host.log.error(
        `${document.uri}, version ${document.version}: the incremental tree is not the fresh one. ${difference}`,
      );
  }
}
