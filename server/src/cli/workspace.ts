import { pathToFileURL } from 'node:url';
import { Workspaces } from '../workspace/index/workspaces';
import type { WorkspaceView } from '../workspace/index/view';
import type { OpenDocument } from '../workspace/open-document';
import { isWithin } from '../workspace/uri';
import { cliHost } from './library';
import type { Project } from './project';

/** More files than anybody has; a command may take its time. */
const MOST_DOCUMENTS = 200_000;

/**
 * What the documents of the working folder have to say to each other, whichever of them are checked: an editor that has the
 * folder open gives the same problems. The folder is read when the first spec asks for it.
 */
export class WorkingFolder {
  private readonly workspaces: Workspaces;
  private readonly folder = pathToFileURL(process.cwd()).href;
  private built: Promise<void> | undefined;

  constructor(project: Project) {
    this.workspaces = new Workspaces({
      host: cliHost,
      choose: (uri) => project.choiceFor(uri),
      isTemplate: (uri) => project.library.folderOf(uri) !== undefined,
      prepare: async (uris) => {
        for (const uri of uris) await project.load(uri);
      },
      folderOf: (uri) => (isWithin(uri, this.folder) ? this.folder : undefined),
      most: MOST_DOCUMENTS,
    });
  }

  /** The view from a document that is as its file is, or is about to be. */
  async viewFrom(document: OpenDocument): Promise<WorkspaceView> {
    const { uri } = document;
    if (isWithin(uri, this.folder)) await (this.built ??= this.workspaces.build([this.folder], []));
    this.workspaces.update(document);
    await this.workspaces.settled(uri);
    const view = this.workspaces.view(uri);
    this.workspaces.release(uri);
    return view;
  }
}
