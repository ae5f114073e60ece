import { compileTemplate } from '../template/compile';
import type { Schema } from '../template/schema';
import type { Configuration } from './configuration';
import { FileError, type Host } from './ports';
import { isWithin, plainUri } from './uri';

/** A template file that could not be read. */
export interface UnreadableTemplate {
  readonly uri: string;
  readonly message: string;
}

/** The templates there are: the built-in ones and those of the workspace's template folders. */
export class TemplateLibrary {
  private readonly folders = new Map<string, readonly Schema[]>();
  private readonly unreadable = new Map<string, readonly UnreadableTemplate[]>();
  private readonly loading = new Map<string, Promise<void>>();

  constructor(
    private readonly builtins: readonly Schema[],
    private readonly host: Host,
  ) {}

  /**
   * Reads a template folder again. What cannot be read is logged and leaves the others as they are.
   * @param folder its URI
   */
  async load(folder: string): Promise<void> {
    const schemas: Schema[] = [];
    const failures: UnreadableTemplate[] = [];
    const { files, log } = this.host;
    const orFailure = (error: unknown) => {
      if (!(error instanceof FileError)) throw error;
      failures.push({ uri: error.uri, message: error.message });
      log.error(error.message);
    };
    for (const uri of ((await files.listFiles(folder, '.md').catch(orFailure)) ?? []).sort()) {
      const text = await files.readText(uri).catch(orFailure);
      if (text !== undefined) schemas.push(compileTemplate(text, { source: uri, fallbackId: nameOf(uri) }));
    }
    this.folders.set(folder, schemas);
    this.unreadable.set(folder, failures);
  }

  /** Reads a template folder unless it has been read, or is being read. */
  ensure(folder: string): Promise<void> {
    if (this.folders.has(folder)) return Promise.resolve();
    let loading = this.loading.get(folder);
    if (!loading) {
      loading = this.load(folder).finally(() => this.loading.delete(folder));
      this.loading.set(folder, loading);
    }
    return loading;
  }

  has(folder: string): boolean {
    return this.folders.has(folder);
  }

  /** Whether a URI is that of a template folder or of something in one. */
  covers(uri: string): boolean {
    return [...this.folders.keys()].some(
      (folder) => plainUri(uri) === plainUri(folder) || isWithin(uri, folder),
    );
  }

  /** Forgets the folders that are not among these. */
  keepOnly(folders: readonly string[]): void {
    for (const folder of [...this.folders.keys()]) {
      if (folders.includes(folder)) continue;
      this.folders.delete(folder);
      this.unreadable.delete(folder);
    }
  }

  /**
   * The templates for a document, those of the workspace first: one with the id of a built-in template takes its place.
   * @param folder the template folder of the document's workspace folder; without one those of all folders
   */
  all(folder?: string): readonly Schema[] {
    const own = folder === undefined ? [...this.folders.values()].flat() : (this.folders.get(folder) ?? []);
    const taken = new Set(own.map(({ id }) => id));
    return [...own, ...this.builtins.filter(({ id }) => !taken.has(id))];
  }

  /** The template with this id, of those that `all` gives. */
  find(id: string, folder?: string): Schema | undefined {
    return this.all(folder).find((schema) => schema.id === id);
  }

  /** The template folder that a file is a template of; undefined for any other file. */
  folderOf(uri: string): string | undefined {
    return uri.endsWith('.md') ? [...this.folders.keys()].find((folder) => isWithin(uri, folder)) : undefined;
  }

  failures(): readonly UnreadableTemplate[] {
    return [...this.unreadable.values()].flat();
  }
}

/** The id of a template that states none: the name of its file without folder and ending. */
export function nameOf(uri: string): string {
  return plainUri(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.[^.]*$/u, '');
}

/** The URI of the folder with the templates of a team, by the URI of the folder that paths of the configuration are relative to. */
export function templateFolder(
  workspaceFolder: string,
  { templatesFolder }: Pick<Configuration, 'templatesFolder'>,
): string {
  const path = templatesFolder
    .replace(/\\/gu, '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const parts = workspaceFolder.replace(/\/$/u, '').split('/');
  for (const part of path) {
    if (part === '..') parts.pop();
    else parts.push(encodeURIComponent(part));
  }
  return parts.join('/');
}
