import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeFiles } from '../node/files';
import { compileTemplate } from '../template/compile';
import type { Schema } from '../template/schema';
import type { Span } from '../text/span';
import { systemClock } from '../workspace/clock';
import { FileError, type Host } from '../workspace/ports';
import type { TemplateLibrary } from '../workspace/template-library';
import { UsageError } from './exit';

/** The host of the command line; what goes wrong goes to standard error, so that output stays machine-readable. */
export const cliHost: Host = {
  files: nodeFiles,
  clock: systemClock,
  log: { info: () => undefined, error: (message) => console.error(message) },
};

/**
 * The template that a user names by its id or by its file.
 * @throws UsageError when there is none, or when its file cannot be used
 */
export async function findTemplate(library: TemplateLibrary, name: string): Promise<Schema> {
  const known = library.find(name);
  if (known) return known;
  if (!/[\\/]|\.(?:md|markdown)$/iu.test(name)) {
    const ids = library.all().map(({ id }) => id);
    throw new UsageError(
      `There is no template "${name}". There are: ${ids.join(', ')}. A template file needs its ending: ${name}.md.`,
    );
  }
  const uri = pathToFileURL(path.resolve(name)).href;
  const text = await nodeFiles.readText(uri).catch((error: unknown) => {
    throw error instanceof FileError ? new UsageError(error.message) : error;
  });
  const schema = compileTemplate(text, {
    source: uri,
    fallbackId: path.basename(name).replace(/\.[^.]*$/u, ''),
  });
  printFaults(schema.faults, name, text);
  if (schema.allSlots.length === 0) throw new UsageError(`${name} cannot serve as a template.`);
  return schema;
}

/** Tells of the mistakes in the templates of the folder, each with its place, but for files that are reported elsewhere. */
export async function reportFaults(library: TemplateLibrary, except: readonly string[] = []): Promise<void> {
  const told = new Set(except.map((file) => pathToFileURL(file).href));
  for (const schema of library.all()) {
    if (schema.faults.length === 0 || schema.source === 'builtin' || told.has(schema.source)) continue;
    const file = path.relative('', fileURLToPath(schema.source));
    printFaults(schema.faults, file, await nodeFiles.readText(schema.source));
  }
}

/** Prints mistakes in a file, each with its place, on standard error. */
export function printFaults(
  faults: readonly { readonly message: string; readonly span: Span }[],
  file: string,
  text: string,
): void {
  for (const { message, span } of faults) {
    const before = text.slice(0, span.start).split(/\r\n|\n|\r/u);
    console.error(`${file}:${before.length}:${before.at(-1)!.length + 1}: ${message}`);
  }
}
