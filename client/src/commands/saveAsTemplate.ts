import { l10n, Uri, window, workspace, type LogOutputChannel } from 'vscode';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient';
import {
  saveAsTemplateRequest,
  type SaveAsTemplateParams,
  type SaveAsTemplateResult,
} from '../../../server/src/protocol';
import { fileExists } from '../file-exists';
import type { LanguageServer } from '../language-server';
import { askAll, askText, type Question } from '../multi-step';
import { showFailure } from './failure';

/** Makes a template of the team's own of the active document. */
export function saveAsTemplate(server: LanguageServer, log: LogOutputChannel) {
  return async (): Promise<void> => {
    try {
      await save(server);
    } catch (error) {
      await showFailure(l10n.t('The template could not be saved.'), error, log);
    }
  };
}

async function save(server: LanguageServer): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown') {
    void window.showInformationMessage(
      l10n.t('A template is made of the Markdown file that is open. Open one first.'),
    );
    return;
  }
  const uri = document.uri.toString();
  const ask = (params: Partial<SaveAsTemplateParams>) =>
    server.request<SaveAsTemplateResult>(saveAsTemplateRequest, { uri, ...params });
  const proposal = await ask({});
  if (proposal.kind === 'refused') return refuse(proposal.reason);
  if (proposal.kind !== 'name') return;
  const named = await askName(proposal);
  if (!named) return;
  const root = workspace.getWorkspaceFolder(document.uri) ?? workspace.workspaceFolders?.[0];
  const made = await ask({ ...named, ...(root ? { root: root.uri.toString() } : {}) });
  if (made.kind === 'refused') return refuse(made.reason);
  if (made.kind !== 'template' || !(await mayWrite(made.file, made.taken))) return;
  const file = Uri.parse(made.file);
  await workspace.fs.writeFile(file, new TextEncoder().encode(made.text));
  // Not every file system tells of what was written to it.
  const changes = [{ uri: made.file, type: FileChangeType.Created }];
  server.notify(DidChangeWatchedFilesNotification.method, { changes });
  await window.showTextDocument(await workspace.openTextDocument(file), { preview: false });
}

async function askName({
  name,
  description,
}: {
  name: string;
  description: string;
}): Promise<{ name: string; description: string } | undefined> {
  const answers = { name, description };
  const title = l10n.t('Save as Template');
  const question =
    (key: keyof typeof answers, prompt: string, missing?: string): Question =>
    async (step) => {
      const validate = (text: string) => (text.trim() === '' ? missing : undefined);
      const answer = await askText({ title, prompt, value: answers[key], validate }, step);
      if (typeof answer === 'string') return answer;
      answers[key] = answer.value.trim();
      return 'next';
    };
  const isAnswered = await askAll([
    question(
      'name',
      l10n.t('The name of the template, as lists of templates show it'),
      l10n.t('A template needs a name.'),
    ),
    question('description', l10n.t('What the template is for, in a line; may stay empty')),
  ]);
  return isAnswered ? answers : undefined;
}

/** Asks before anything is written over, or takes the place of another template. */
async function mayWrite(file: string, taken: string | null): Promise<boolean> {
  const isThere = await fileExists(Uri.parse(file));
  if (!isThere && taken === null) return true;
  const replace = l10n.t('Replace');
  const message =
    taken === null
      ? l10n.t('There is a file of this name in the folder of the templates. Replace it?')
      : l10n.t('There is a template "{0}" of this name already. Replace it?', taken);
  const detail = isThere
    ? l10n.t('What stands in {0} is lost.', workspace.asRelativePath(Uri.parse(file)))
    : l10n.t('The new one is offered in its place.');
  return (await window.showWarningMessage(message, { modal: true, detail }, replace)) === replace;
}

function refuse(reason: string): void {
  void window.showWarningMessage(reason);
}
