import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { unknownTemplates, type ProjectFault, type ProjectFile } from '../workspace/project-file';
import { SOURCE } from './diagnostic';
import { guard } from './guard';
import type { Session } from './session';

/** What is wrong in the files `.specwright.json`, as they are saved, pushed to every client: nobody else opens them here. */
export function serveConfigurationFaults(session: Session): void {
  const { connection, host } = session;
  /** What was said of a file last, by its URI. */
  const said = new Map<string, string>();

  session.onDidReload(publish);
  session.onDidReadProjects(publish);

  function publish(): void {
    const files = session.projects.all();
    const gone = [...said.keys()].filter((uri) => !files.some((file) => file.uri === uri));
    for (const uri of gone) send(uri, []);
    for (const file of files) send(file.uri, diagnosticsOf(file));
  }

  function send(uri: string, diagnostics: Diagnostic[]): void {
    const text = JSON.stringify(diagnostics);
    if ((said.get(uri) ?? '[]') === text) return;
    if (diagnostics.length > 0) said.set(uri, text);
    else said.delete(uri);
    void guard(host.log, 'configuration files', () => connection.sendDiagnostics({ uri, diagnostics }));
  }

  function diagnosticsOf(file: ProjectFile): Diagnostic[] {
    const ids = session.templates.all(session.templateFolderFor(file.uri)).map(({ id }) => id);
    const faults = [...file.faults, ...unknownTemplates(file, ids)];
    const document = TextDocument.create(file.uri, 'jsonc', 0, file.text);
    return faults
      .filter(isOurs)
      .map(({ kind, message, span }) => ({
        range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
        severity: kind === 'syntax' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        source: SOURCE,
        code: 'configuration-invalid',
        message,
      }));
  }

  function isOurs({ kind }: ProjectFault): boolean {
    return kind === 'meaning' || kind === 'unreadable' || !session.validatesConfiguration;
  }
}
