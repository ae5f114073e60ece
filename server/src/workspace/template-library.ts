import { compileTemplate } from '../template/compile';
import type { Schema } from '../template/schema';
import { FileError, type Host } from './ports';
import { isWithin, plainUri } from './uri';

/** A template that ships with Specwright. */
export interface BuiltinTemplate {
  readonly id: string;
  readonly text: string;
}

/** A template file that could not be read. */
export interface UnreadableTemplate {
  readonly uri: string;
  readonly message: string;
}

/** The templates there are: the built-in ones and those of the workspace's template folders. */
export class TemplateLibrary {
  private readonly builtins: readonly Schema[];
  private readonly folders = new Map<string, readonly Schema[]>();
  private readonly unreadable = new Map<string, readonly UnreadableTemplate[]>();

  constructor(
    builtins: readonly BuiltinTemplate[],
    private readonly host: Host,
  ) {
    this.builtins = builtins.map(({ id, text }) =>
      compileTemplate(text, { source: 'builtin', fallbackId: id }),
    );
  }

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

  /** Forgets the folders that are not among these. */
  keepOnly(folders: readonly string[]): void {
    for (const folder of [...this.folders.keys()]) {
      if (folders.includes(folder)) continue;
      this.folders.delete(folder);
      this.unreadable.delete(folder);
    }
  }

  /** All templates, those of the workspace first: one with the id of a built-in template takes its place. */
  all(): readonly Schema[] {
    const own = [...this.folders.values()].flat();
    const taken = new Set(own.map(({ id }) => id));
    return [...own, ...this.builtins.filter(({ id }) => !taken.has(id))];
  }

  /** The template with this id. */
  find(id: string): Schema | undefined {
    return this.all().find((schema) => schema.id === id);
  }

  /** Whether the file lies in one of the template folders. */
  isTemplateFile(uri: string): boolean {
    return uri.endsWith('.md') && [...this.folders.keys()].some((folder) => isWithin(uri, folder));
  }

  failures(): readonly UnreadableTemplate[] {
    return [...this.unreadable.values()].flat();
  }
}

/** The name of a file without folder and ending. */
function nameOf(uri: string): string {
  return plainUri(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.[^.]*$/u, '');
}
