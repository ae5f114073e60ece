import { pathToFileURL } from 'node:url';
import { Diagnostics } from '../features/diagnostics';
import { outlineOf, type OutlineEntry } from '../features/outline';
import { PLACEHOLDER_RULES } from '../features/section-state';
import { OpenDocument } from '../workspace/open-document';
import { FileError } from '../workspace/ports';
import { EXIT, UsageError } from './exit';
import { cliHost, findTemplate } from './library';
import { Project, type ProjectOptions } from './project';

const MARKS = { filled: '✓', empty: '○', placeholders: '…', missing: '✗' } as const;

/** Prints the outline of one spec. */
export async function outlineCommand(
  file: string,
  options: ProjectOptions & { readonly template?: string; readonly format: string },
): Promise<number> {
  const project = await Project.open(options);
  const forced =
    options.template === undefined ? undefined : await findTemplate(project.library, options.template);
  const uri = pathToFileURL(file).href;
  const text = await cliHost.files.readText(uri).catch((error: unknown) => {
    throw error instanceof FileError ? new UsageError(error.message) : error;
  });
  await project.load(uri);
  project.reportFaults();
  const choice = project.choiceFor(uri, forced);
  const document = new OpenDocument(uri, text, choice);
  const { spec } = document;
  if (!spec) throw new UsageError(`${file} follows no template that is known. Name one with --template.`);
  const problems = new Diagnostics(cliHost).problems(document, choice.configuration);
  const placeholders = problems
    .filter(({ rule }) => PLACEHOLDER_RULES.has(rule.id))
    .map(({ span }) => span.start);
  const sections = outlineOf(spec, placeholders, (offset) => document.lines.positionAt(offset).line);
  const { schema, confidence } = spec;
  console.log(
    options.format === 'json'
      ? JSON.stringify({ path: file, template: { id: schema.id, confidence }, sections })
      : [`${file}  (${schema.id})`, ...sections.map(textLine)].join('\n'),
  );
  return EXIT.clean;
}

function textLine({ title, level, line, state, placeholders }: OutlineEntry): string {
  const note =
    state === 'placeholders' ? `  ${placeholders} to fill in` : state === 'filled' ? '' : `  ${state}`;
  return `${(line === null ? '' : String(line)).padStart(5)}  ${MARKS[state]} ${'  '.repeat(level - 1)}${title}${note}`;
}
