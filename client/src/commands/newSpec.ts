import { l10n, Uri, workspace, type LogOutputChannel, type WorkspaceFolder } from 'vscode';
import {
  newSpecPlaceRequest,
  templateSnippetRequest,
  type NewSpecPlaceParams,
  type NewSpecPlaceResult,
  type TemplateSnippetParams,
  type TemplateSnippetResult,
} from '../../../server/src/protocol';
import { authorName } from '../author';
import { fileExists } from '../file-exists';
import type { Host } from '../host';
import type { LanguageServer } from '../language-server';
import { askAll, askText, type Question, type StepResult } from '../multi-step';
import { askFolder } from '../templates/folder-picker';
import { nameRange, readSpecPath, type PathFault } from '../templates/spec-path';
import { pickTemplate } from '../templates/template-picker';
import { previewIsClosed } from '../templates/template-preview';
import { showFailure } from './failure';
import { fillWith, newDocument } from './insertTemplate';

/** What the command is run with, as far as it is known before it asks. */
interface NewSpecOptions {
  readonly template?: string;
  readonly folder?: Uri;
}

/** What the person has answered so far. */
interface Draft {
  root: WorkspaceFolder | undefined;
  template: string | undefined;
  title: string;
  path: string;
}

/** Makes a new spec: asks for its template, its title and its place, and fills in what is known. */
export function newSpec(server: LanguageServer, host: Host, log: LogOutputChannel) {
  return async (argument?: unknown): Promise<void> => {
    try {
      await make(server, host, optionsIn(argument));
    } catch (error) {
      await showFailure(l10n.t('The spec could not be made.'), error, log);
    }
  };
}

async function make(server: LanguageServer, host: Host, { template, folder }: NewSpecOptions): Promise<void> {
  const writable = ({ uri }: WorkspaceFolder) => workspace.fs.isWritableFileSystem(uri.scheme) !== false;
  const roots = (workspace.workspaceFolders ?? []).filter(writable);
  const given = folder && workspace.getWorkspaceFolder(folder);
  const root = given ?? (roots.length === 1 ? roots[0] : undefined);
  const draft: Draft = { root, template, title: '', path: '' };
  const author = authorName(host, (root ?? roots[0])?.uri);
  const title = l10n.t('New Spec');
  const questions: Question[] = [];
  const keep =
    <T>(ask: (...step: Parameters<Question>) => Promise<StepResult<T>>, take: (value: T) => void): Question =>
    async (step) => {
      const answer = await ask(step);
      if (typeof answer === 'string') return answer;
      take(answer.value);
      return 'next';
    };
  if (!root && roots.length > 1)
    questions.push(
      keep(
        (step) => askFolder(title, roots, step),
        (value) => (draft.root = value),
      ),
    );
  if (template === undefined)
    questions.push(
      keep(
        (step) => {
          const uri = draft.root && Uri.joinPath(draft.root.uri, 'new.md');
          return pickTemplate(server, { title, uri, author, step, chosen: draft.template });
        },
        ({ id }) => (draft.template = id),
      ),
    );
  questions.push(
    keep(
      (step) =>
        askText(
          {
            title,
            prompt: l10n.t('What the spec is about, for its title'),
            placeholder: l10n.t('Parcel Tracking'),
            value: draft.title,
            validate: (text) => (text.trim() === '' ? l10n.t('A spec needs a title.') : undefined),
          },
          step,
        ),
      (value) => (draft.title = value.trim()),
    ),
  );
  if (roots.length > 0)
    questions.push(
      keep(
        (step) => askPlace(server, draft, folder, title, step),
        (value) => (draft.path = value),
      ),
    );
  const isAnswered = await askAll(questions);
  await previewIsClosed();
  if (isAnswered) await create(server, draft, await author);
}

async function askPlace(
  server: LanguageServer,
  { root, template, title: about }: Draft,
  folder: Uri | undefined,
  title: string,
  step: Parameters<Question>[0],
): Promise<StepResult<string>> {
  const params: NewSpecPlaceParams = {
    template: template!,
    title: about,
    root: root!.uri.toString(),
    folder: folder?.toString(),
  };
  const { path } = await server.request<NewSpecPlaceResult>(newSpecPlaceRequest, params);
  const answer = await askText(
    {
      title,
      prompt: l10n.t('The file in the folder "{0}"; folders that are missing are made', root!.name),
      value: path,
      selection: nameRange(path),
      validate: (text) => faultIn(text, root!),
    },
    step,
  );
  if (typeof answer === 'string') return answer;
  const read = readSpecPath(answer.value);
  return 'path' in read ? { value: read.path } : 'cancelled';
}

async function faultIn(text: string, root: WorkspaceFolder): Promise<string | undefined> {
  const read = readSpecPath(text);
  if ('fault' in read) return faultText(read.fault);
  // Where that cannot be told now, it is asked again before anything is written.
  return (await fileExists(uriOf(root, read.path)).catch(() => false))
    ? l10n.t('There is a file {0} already. Choose another name.', read.path)
    : undefined;
}

function faultText(fault: PathFault): string {
  switch (fault) {
    case 'empty':
      return l10n.t('The file needs a name.');
    case 'outside':
      return l10n.t('The path must lead to a place in the workspace folder.');
    case 'character':
      return l10n.t('A file name cannot hold any of < > : " | ? * on every system.');
    case 'name':
      return l10n.t('Not every system can have a file or a folder of this name.');
  }
}

async function create(server: LanguageServer, draft: Draft, author: string | undefined): Promise<void> {
  const { root, title, path } = draft;
  const uri = root && path !== '' ? uriOf(root, path) : undefined;
  const params: TemplateSnippetParams = { template: draft.template!, author, title, uri: uri?.toString() };
  const { snippet, text } = await server.request<TemplateSnippetResult>(templateSnippetRequest, params);
  if (!uri) {
    await fillWith(snippet, await newDocument());
    return;
  }
  if (await fileExists(uri))
    throw new Error(l10n.t('There is a file {0} already. Choose another name.', path));
  // The text first, so that to undo the tab stops leaves a whole spec, and no empty file.
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const { document } = await fillWith(snippet, await workspace.openTextDocument(uri));
  await document.save();
}

function optionsIn(argument: unknown): NewSpecOptions {
  if (typeof argument === 'string') return { template: argument };
  // The Explorer hands over the folder that its menu was opened on.
  if (argument instanceof Uri) return { folder: argument };
  if (typeof argument !== 'object' || argument === null) return {};
  const { template, folder } = argument as Record<string, unknown>;
  return {
    ...(typeof template === 'string' ? { template } : {}),
    ...(folder instanceof Uri ? { folder } : {}),
  };
}

function uriOf(root: WorkspaceFolder, path: string): Uri {
  return Uri.joinPath(root.uri, ...path.split('/'));
}
