import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { Diagnostics } from '../features/diagnostics';
import { fixAll } from '../features/fix-all';
import { templateProblems, unknownTemplate } from '../features/template-problems';
import type { Schema } from '../template/schema';
import type { Severity } from '../workspace/configuration';
import { NO_WORKSPACE } from '../workspace/index/view';
import { OpenDocument } from '../workspace/open-document';
import { FileError } from '../workspace/ports';
import { EXIT } from './exit';
import { findFiles } from './find-files';
import { cliHost, findTemplate, reportFaults } from './library';
import { Project, type ProjectOptions } from './project';
import { summarise, toProblem, toTemplateProblem, type ReportedFile } from './report';
import { reportText } from './report-text';
import { WorkingFolder } from './workspace';

export interface CheckOptions extends ProjectOptions {
  readonly template?: string;
  readonly format: string;
  readonly failOn: Severity;
  readonly fix?: boolean;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Checks files and prints the report. A file that cannot be read is told on standard error and stops no other. */
export async function checkCommand(paths: readonly string[], options: CheckOptions): Promise<number> {
  const project = await Project.open(options);
  const { library } = project;
  const forced = options.template === undefined ? undefined : await findTemplate(library, options.template);
  const { files, failures } = await findFiles(paths);
  const reported: ReportedFile[] = [];
  const folder = new WorkingFolder(project);
  for (const file of files) {
    try {
      reported.push(await checkFile(file, project, forced, folder, options.fix === true));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      failures.push(error.message);
    }
  }
  const told = new Set(library.failures().map(({ message }) => message));
  for (const failure of failures) if (!told.has(failure)) console.error(failure);
  const isBroken = project.reportFaults();
  await reportFaults(library, files);
  const report = summarise(reported);
  console.log(options.format === 'json' ? JSON.stringify(report) : reportText(report));
  if (isBroken || failures.length > 0 || library.failures().length > 0) return EXIT.usage;
  const loud = SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1);
  return loud.some((severity) => report.summary[severity] > 0) ? EXIT.problems : EXIT.clean;
}

async function checkFile(
  file: string,
  project: Project,
  forced: Schema | undefined,
  folder: WorkingFolder,
  fix: boolean,
): Promise<ReportedFile> {
  const uri = pathToFileURL(file).href;
  const text = await cliHost.files.readText(uri);
  await project.load(uri);
  const choice = project.choiceFor(uri, forced);
  let document = new OpenDocument(uri, text, choice);
  const faults = forced ? undefined : templateProblems(project.library, document);
  if (faults)
    return {
      path: file,
      template: null,
      problems: faults.map((fault) => toTemplateProblem(document, fault)),
    };
  let view = document.spec ? await folder.viewFrom(document) : NO_WORKSPACE;
  if (fix) {
    const { text: fixed } = fixAll(uri, text, choice, cliHost, view);
    if (fixed !== text) {
      await writeText(file, uri, fixed);
      document = new OpenDocument(uri, fixed, choice);
      view = await folder.viewFrom(document);
    }
  }
  const { spec } = document;
  const problems = new Diagnostics(cliHost, () => view)
    .problems(document, choice.configuration)
    .map((problem) => toProblem(document, problem));
  const unknown = unknownTemplate(document, choice.schemas).map((problem) =>
    toTemplateProblem(document, problem),
  );
  const template = spec ? { id: spec.schema.id, confidence: Math.round(spec.confidence * 100) / 100 } : null;
  return { path: file, template, problems: [...unknown, ...problems] };
}

async function writeText(file: string, uri: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new FileError(uri, `${file} cannot be written: ${error.message}`);
  });
}
