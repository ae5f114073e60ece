import type { Connection, WorkspaceFolder } from 'vscode-languageserver';
import { projectSchema } from '../rules/engine/setting-schemas';
import { DEFAULT_CONFIGURATION, readConfiguration, type Configuration } from '../workspace/configuration';
import { forPath } from '../workspace/ignored';
import type { Host } from '../workspace/ports';
import { ProjectFiles } from '../workspace/project-files';
import { templateFolder } from '../workspace/template-library';
import { isWithin, plainUri } from '../workspace/uri';

/** The settings that hold for each file of a workspace: those of the files `.specwright.json`, over those of the editor. */
export class Settings {
  folders: readonly WorkspaceFolder[] = [];
  /** The settings of a client that pushes them instead of answering when asked. */
  pushed: unknown;
  private files: ProjectFiles;
  /** What the editor has set, by the URI of the workspace folder; under no URI what holds elsewhere. */
  private ofEditor: ReadonlyMap<string, Configuration> = new Map();

  constructor(private readonly host: Host) {
    this.files = this.newFiles();
  }

  /** The files `.specwright.json`, as far as they have been read. */
  get projects(): Pick<ProjectFiles, 'all'> {
    return this.files;
  }

  /** The settings that hold for a file. Reads nothing; called for each keystroke. */
  for(uri: string): Configuration {
    const root = this.folderOf(uri)?.uri;
    const settings = this.editorSettings(uri);
    return root === undefined
      ? forPath(settings, nameOfFile(uri))
      : this.files.configurationFor(uri, root, settings);
  }

  /** What the editor has set for a file. */
  editorSettings(uri: string): Configuration {
    return this.ofEditor.get(this.folderOf(uri)?.uri ?? '') ?? DEFAULT_CONFIGURATION;
  }

  /** The folder with the templates for a file; undefined for one outside the workspace. */
  templateFolderFor(uri: string): string | undefined {
    const folder = this.folderOf(uri);
    return folder && templateFolder(folder.uri, this.for(uri));
  }

  /** The template folders of all places that are known to have settings of their own. */
  templateFolders(): string[] {
    const places = [...this.folders.map(({ uri }) => uri), ...this.files.folders()];
    const folders = places.map((uri) => this.templateFolderFor(`${uri}/`));
    return [...new Set(folders.filter((folder) => folder !== undefined))];
  }

  /** The innermost workspace folder around a file. */
  folderOf(uri: string): WorkspaceFolder | undefined {
    const around = this.folders.filter((folder) => uri === folder.uri || isWithin(uri, folder.uri));
    return around.sort((a, b) => b.uri.length - a.uri.length)[0];
  }

  /** The path of a file in its workspace folder; outside of them all, its name. */
  pathOf(uri: string): string {
    const folder = this.folderOf(uri);
    return folder
      ? plainUri(uri).slice(plainUri(folder.uri).replace(/\/$/u, '').length + 1)
      : nameOfFile(uri);
  }

  /** Asks the client for its settings, where it can be asked. */
  async readEditor({ workspace }: Connection, asks: boolean): Promise<void> {
    const scopes = ['', ...this.folders.map(({ uri }) => uri)];
    const sections: unknown[] = asks
      ? await workspace.getConfiguration(
          scopes.map((uri) => ({ section: 'specwright', ...(uri === '' ? {} : { scopeUri: uri }) })),
        )
      : scopes.map(() => this.pushed);
    this.ofEditor = new Map(scopes.map((uri, index) => [uri, readConfiguration(sections[index])]));
  }

  /** Reads all files anew that hold for the workspace folders and these documents; others are read when they are needed. */
  async readFiles(documents: readonly string[]): Promise<void> {
    const files = this.newFiles();
    const loads = [...this.folders.map(({ uri }) => `${uri}/`), ...documents].map((uri) => {
      const root = this.folderOf(uri)?.uri;
      return root === undefined ? Promise.resolve() : files.load(uri, root);
    });
    await Promise.all(loads);
    this.files = files;
  }

  /** Whether all is known that holds for a file. */
  isKnown(uri: string): boolean {
    const root = this.folderOf(uri)?.uri;
    return root === undefined || this.files.knows(uri, root);
  }

  /** Reads what holds for a file, where it is not known. */
  async load(uri: string): Promise<void> {
    const root = this.folderOf(uri)?.uri;
    if (root !== undefined) await this.files.load(uri, root);
  }

  /**
   * Reads files `.specwright.json` again that were made, changed or deleted.
   * @returns the folders of those that say something else now
   */
  async filesChanged(uris: Iterable<string>): Promise<string[]> {
    const changed: string[] = [];
    for (const uri of uris)
      if (await this.files.reload(uri)) changed.push(uri.slice(0, uri.lastIndexOf('/')));
    return changed;
  }

  private newFiles(): ProjectFiles {
    return new ProjectFiles(this.host, projectSchema());
  }
}

function nameOfFile(uri: string): string {
  const plain = plainUri(uri);
  return plain.slice(plain.lastIndexOf('/') + 1);
}
