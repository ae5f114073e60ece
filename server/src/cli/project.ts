import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeFiles } from '../node/files';
import { projectSchema } from '../rules/engine/setting-schemas';
import type { Schema } from '../template/schema';
import { builtinSchemas } from '../workspace/builtin-schemas';
import { DEFAULT_CONFIGURATION, type Configuration } from '../workspace/configuration';
import { forPath } from '../workspace/ignored';
import { FileError } from '../workspace/ports';
import { readProjectFile, unknownTemplates, withFile, type ProjectFile } from '../workspace/project-file';
import { ProjectFiles } from '../workspace/project-files';
import type { TemplateChoice } from '../workspace/spec';
import { templateFolder, TemplateLibrary } from '../workspace/template-library';
import { isWithin, plainUri } from '../workspace/uri';
import { UsageError } from './exit';
import { cliHost, printFaults } from './library';

/** What of the settings stands on the command line. */
export interface ProjectOptions {
  /** The file to read instead of `.specwright.json`; false for none at all. */
  readonly config?: string | boolean;
  readonly templatesFolder?: string;
}

/** Faults are told all at once, with their places. */
const quiet = { info: () => undefined, error: () => undefined };

/** The settings and templates of the working folder: those that an editor has that has it open as its workspace. */
export class Project {
  readonly library = new TemplateLibrary(builtinSchemas(), cliHost);
  /** The settings where no file is looked for. */
  private readonly base: Configuration;
  private readonly root = pathToFileURL(process.cwd()).href;
  private readonly files = new ProjectFiles({ files: nodeFiles, log: quiet }, projectSchema());

  private constructor(
    private readonly options: ProjectOptions,
    /** The file that is named on the command line. */
    private readonly named: ProjectFile | undefined,
  ) {
    this.base = named ? withFile(DEFAULT_CONFIGURATION, named, '') : DEFAULT_CONFIGURATION;
  }

  /** @throws UsageError when the file that is named cannot be read */
  static async open(options: ProjectOptions): Promise<Project> {
    const { config } = options;
    const project = new Project(options, typeof config === 'string' ? await readNamed(config) : undefined);
    await project.load(`${project.root}/`);
    return project;
  }

  /** Reads what decides how a file is checked, where it is not known. */
  async load(uri: string): Promise<void> {
    if (this.looksFor(uri)) await this.files.load(uri, this.root);
    await this.library.ensure(this.templateFolderFor(uri));
  }

  /** How the template of a file is found, once it was loaded. */
  choiceFor(uri: string, forced?: Schema): TemplateChoice {
    const file = fileURLToPath(uri);
    return {
      schemas: this.library.all(this.templateFolderFor(uri)),
      configuration: this.configurationFor(uri),
      path: isWithin(uri, this.root) ? path.relative('', file).split(path.sep).join('/') : file,
      ...(forced ? { forced } : {}),
    };
  }

  /**
   * Tells of the mistakes in the files `.specwright.json` that were read, each with its place.
   * @returns whether one of them could not be used as a whole
   */
  reportFaults(): boolean {
    let isBroken = false;
    for (const file of [...(this.named ? [this.named] : []), ...this.files.all()]) {
      const ids = this.library.all(this.templateFolderFor(file.uri)).map(({ id }) => id);
      const faults = [...file.faults, ...unknownTemplates(file, ids)];
      printFaults(faults, path.relative('', fileURLToPath(file.uri)), file.text);
      isBroken ||= faults.some(({ kind }) => kind === 'syntax' || kind === 'unreadable');
    }
    return isBroken;
  }

  private configurationFor(uri: string): Configuration {
    if (this.looksFor(uri)) return this.files.configurationFor(uri, this.root, DEFAULT_CONFIGURATION);
    const path = isWithin(uri, this.root) ? plainUri(uri).slice(plainUri(this.root).length + 1) : '';
    return forPath(this.base, path);
  }

  private templateFolderFor(uri: string): string {
    const { templatesFolder: given } = this.options;
    if (given !== undefined) return pathToFileURL(path.resolve(given)).href;
    return templateFolder(this.root, this.configurationFor(uri));
  }

  private looksFor(uri: string): boolean {
    const { config = true } = this.options;
    return config === true && isWithin(uri, this.root);
  }
}

async function readNamed(file: string): Promise<ProjectFile> {
  const uri = pathToFileURL(path.resolve(file)).href;
  const text = await nodeFiles.readText(uri).catch((error: unknown) => {
    throw error instanceof FileError ? new UsageError(error.message) : error;
  });
  return readProjectFile(uri, text, projectSchema());
}
