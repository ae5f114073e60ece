import { pathToFileURL } from 'node:url';
import { outlineOf } from '../features/outline';
import { flatten, type EntryState, type OutlineEntry } from '../features/outline/entry';
import { OpenDocument } from '../workspace/open-document';
import { FileError } from '../workspace/ports';
import { EXIT, UsageError } from './exit';
import { cliHost, findTemplate } from './library';
import { Project, type ProjectOptions } from './project';

const MARKS: Readonly<Record<EntryState, string>> = {
  complete: '✓',
  partial: '◦',
  placeholders: '…',
  empty: '○',
  'put-off': '○',
  'not-applicable': '–',
  missing: '✗',
};

/** One line of the outline, for a program to read. */
interface Line extends Pick<OutlineEntry, 'kind' | 'title' | 'level' | 'state' | 'placeholders'> {
  /** The line of the heading, from 1; null for what is missing, and for metadata without a heading. */
  readonly line: number | null;
  /** The template heading that it answers; null for the author's own. */
  readonly slot: string | null;
}

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
  const sections = flatten(outlineOf(spec)).map((entry) => lineOf(entry, document));
  const { schema, confidence } = spec;
  console.log(
    options.format === 'json'
      ? JSON.stringify({ path: file, template: { id: schema.id, confidence }, sections })
      : [`${file}  (${schema.id})`, ...sections.map(textLine)].join('\n'),
  );
  return EXIT.clean;
}

function lineOf(
  { kind, title, level, state, placeholders, section, slot }: OutlineEntry,
  document: OpenDocument,
): Line {
  const { spec, lines } = document;
  const line = section && spec ? lines.positionAt(spec.model.headingSpan(section).start).line + 1 : null;
  const shown = kind === 'metadata' && title === '' ? 'Metadata' : title;
  return { kind, title: shown, level, line, slot: slot?.title ?? null, state, placeholders };
}

function textLine({ title, level, line, state, placeholders }: Line): string {
  const note = {
    complete: '',
    partial: '',
    placeholders: `  ${placeholders} to fill in`,
    empty: '  empty',
    'put-off': '  put off',
    'not-applicable': '  not applicable',
    missing: '  missing',
  }[state];
  return `${(line === null ? '' : String(line)).padStart(5)}  ${MARKS[state]} ${'  '.repeat(level - 1)}${title}${note}`;
}
