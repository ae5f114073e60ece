import { t } from '@vscode/l10n';
import type { Configuration } from './configuration';
import { forPath } from './ignored';
import type { Shape } from './json-shape';
import type { Host } from './ports';
import {
  PROJECT_FILE,
  readProjectFile,
  unreadableProjectFile,
  withFile,
  type ProjectFile,
} from './project-file';
import { plainUri } from './uri';

/**
 * The files `.specwright.json` from workspace folders downwards. A folder is looked into when something in it or below is asked for;
 * after that its settings are known without reading.
 */
export class ProjectFiles {
  /** By the URI of its folder as `plainUri` writes it; undefined where a folder has none. */
  private readonly files = new Map<string, ProjectFile | undefined>();
  private readonly reading = new Map<string, Promise<void>>();
  private readonly merged = new Map<string, { base: Configuration; result: Configuration }>();

  /** @param shape what a file may hold */
  constructor(
    private readonly host: Pick<Host, 'files' | 'log'>,
    private readonly shape: Shape,
  ) {}

  /** The files that there are, as far as they have been looked for. */
  all(): ProjectFile[] {
    return [...this.files.values()].filter((file) => file !== undefined);
  }

  /** The URIs, as `plainUri` writes them, of the folders that have a file. */
  folders(): string[] {
    return [...this.files].filter(([, file]) => file).map(([folder]) => folder);
  }

  /** Whether all files that hold for `uri` are known. */
  knows(uri: string, root: string): boolean {
    return chain(uri, root).every(([folder]) => this.files.has(folder));
  }

  /**
   * Reads the files that hold for `uri`, where they are not known.
   * @param root the workspace folder, above which nothing is read
   */
  async load(uri: string, root: string): Promise<void> {
    await Promise.all(
      chain(uri, root).map(([folder, at]) => this.loadFolder(folder, `${at}/${PROJECT_FILE}`)),
    );
  }

  /**
   * Reads a file again that was made, changed or deleted.
   * @returns whether it says something else now
   */
  async reload(uri: string): Promise<boolean> {
    const folder = folderOf(plainUri(uri));
    const before = this.files.get(folder);
    const now = await this.read(uri);
    this.files.set(folder, now);
    this.merged.clear();
    return before?.text !== now?.text;
  }

  /**
   * The settings that hold for a file: of the files between it and its workspace folder the nearest counts, key by key, and each
   * before `base`. Reads nothing; called for each keystroke.
   */
  configurationFor(uri: string, root: string, base: Configuration): Configuration {
    const plain = plainUri(uri);
    const plainRoot = plainUri(root).replace(/\/$/u, '');
    const isRoot = plain.replace(/\/$/u, '') === plainRoot;
    const folder = isRoot ? plainRoot : folderOf(plain);
    let known = this.merged.get(folder);
    if (known?.base !== base) {
      known = { base, result: this.merge(uri, root, base) };
      this.merged.set(folder, known);
    }
    return forPath(known.result, isRoot ? '' : plain.slice(plainRoot.length + 1));
  }

  private merge(uri: string, root: string, base: Configuration): Configuration {
    const folders = chain(uri, root).map(([folder]) => folder);
    const from = folders.findLastIndex((folder) => this.files.get(folder)?.isRoot);
    const top = folders[0]!.length + 1;
    const merged = folders.slice(Math.max(from, 0)).reduce((configuration, folder) => {
      const file = this.files.get(folder);
      return file ? withFile(configuration, file, folder.slice(top)) : configuration;
    }, base);
    // Who turns Specwright off in an editor wants no project to turn it on.
    return base.enable ? merged : { ...merged, enable: false };
  }

  private loadFolder(folder: string, uri: string): Promise<void> {
    if (this.files.has(folder)) return Promise.resolve();
    let reading = this.reading.get(folder);
    if (!reading) {
      reading = this.read(uri).then((file) => {
        this.reading.delete(folder);
        this.files.set(folder, file);
        this.merged.clear();
      });
      this.reading.set(folder, reading);
    }
    return reading;
  }

  private async read(uri: string): Promise<ProjectFile | undefined> {
    const { files, log } = this.host;
    const exists = await files.exists(uri).catch(() => undefined);
    if (exists === false) return undefined;
    try {
      const file = readProjectFile(uri, await files.readText(uri), this.shape);
      if (file.faults.some(({ kind }) => kind === 'syntax'))
        log.error(t('{0} is no valid JSON; what can be read of it counts.', plainUri(uri)));
      return file;
    } catch (error) {
      // A host that cannot tell whether there is a file most likely has none.
      if (exists === undefined) return undefined;
      const message = error instanceof Error ? error.message : String(error);
      log.error(message);
      return unreadableProjectFile(uri, message);
    }
  }
}

/** Whether a URI is that of a file with the settings of a project. */
export function isProjectFile(uri: string): boolean {
  return uri.endsWith(`/${PROJECT_FILE}`);
}

/** The folders from the workspace folder down to that of a file: as `plainUri` writes them, and as URIs. */
function chain(uri: string, root: string): (readonly [plain: string, uri: string])[] {
  const top = root.replace(/\/$/u, '');
  const below = plainUri(uri)
    .slice(plainUri(top).length + 1)
    .split('/')
    .slice(0, -1);
  const names = ['', ...below];
  return names.map((_, index) => {
    const path = names.slice(1, index + 1);
    const at = [top, ...path.map(encodeURIComponent)].join('/');
    return [[plainUri(top), ...path].join('/'), at] as const;
  });
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
