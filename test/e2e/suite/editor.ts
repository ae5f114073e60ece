// What the tests of the extension host do with the editor.
import * as assert from 'node:assert/strict';
import {
  CodeActionKind,
  commands,
  languages,
  Range,
  Uri,
  window,
  workspace,
  type CodeAction,
  type Diagnostic,
  type TextDocument,
  type TextEditor,
} from 'vscode';

export const extensionId = 'specwright.specwright';

/** A file of the workspace that the suite works in. */
export function workspaceFile(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a workspace folder is open');
  return Uri.joinPath(folder.uri, path);
}

/** Tries until there is something. While built-in extensions still register, VS Code cancels what is under way. */
export async function eventually<T>(
  what: string,
  attempt: () => T | undefined | PromiseLike<T | undefined>,
): Promise<T> {
  const until = Date.now() + 20_000;
  for (;;) {
    const value = await Promise.resolve()
      .then(attempt)
      .catch((error: unknown) => {
        if (!(error instanceof Error) || !/^Canceled$/i.test(error.message)) throw error;
        return undefined;
      });
    if (value !== undefined && value !== false) return value;
    if (Date.now() > until) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function open(uri: Uri): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uri));
}

/** A copy of an example spec, made anew for one test and open in an editor. */
export async function openCopy(example: string, change = (text: string) => text): Promise<TextEditor> {
  const bytes = await workspace.fs.readFile(workspaceFile(`specs/${example}`));
  const uri = workspaceFile(`copies/${Date.now()}-${example}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(change(new TextDecoder().decode(bytes))));
  return open(uri);
}

/** What Specwright reports about a document. */
export function problems(document: TextDocument): Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source?.toLowerCase() === 'specwright');
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The first problem of a rule whose message names something, once it is there. */
export function problem(document: TextDocument, rule: string, about = ''): Promise<Diagnostic> {
  return eventually(`a problem "${rule}" about "${about}"`, () =>
    problems(document).find((found) => ruleOf(found) === rule && found.message.includes(about)),
  );
}

/** The quick fix that VS Code would prefer for a problem. */
export function quickFix({ uri }: TextDocument, { range }: Diagnostic, title: RegExp): Promise<CodeAction> {
  return eventually(`a quick fix ${title}`, async () => {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      CodeActionKind.QuickFix.value,
      50, // resolve the edits too
    );
    return actions.find((action) => title.test(action.title) && action.edit);
  });
}

/** Where a section of level 2 begins and where the next one does. */
export function sectionRange(document: TextDocument, title: string): Range {
  const text = document.getText();
  const start = text.indexOf(`## ${title}`);
  assert.ok(start >= 0, `the document has a section "${title}"`);
  const next = text.indexOf('\n## ', start);
  assert.ok(next >= 0, `another section follows "${title}"`);
  return new Range(document.positionAt(start), document.positionAt(next + 1));
}

export async function closeAll(): Promise<void> {
  // Not asked whether to save: what a test changed is thrown away.
  while (window.activeTextEditor)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
