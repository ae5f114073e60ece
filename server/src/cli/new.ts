import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { starterFor } from '../features/starter';
import { EXIT, UsageError } from './exit';
import { cliHost, findTemplate } from './library';
import { Project, type ProjectOptions } from './project';

/** Writes a new spec. A file that is there already is never overwritten. */
export async function newCommand(
  template: string,
  file: string | undefined,
  options: ProjectOptions & { readonly author?: string; readonly title?: string },
): Promise<number> {
  const project = await Project.open(options);
  if (file !== undefined) await project.load(pathToFileURL(file).href);
  project.reportFaults();
  const schema = await findTemplate(project.library, template);
  const { author = '', title } = options;
  const text = starterFor(schema, { date: cliHost.clock.today(), author, title });
  if (file === undefined) {
    process.stdout.write(text);
    return EXIT.clean;
  }
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST')
      throw new UsageError(`${file} is there already and was left as it is. Choose another name.`);
    throw new UsageError(`${file} cannot be written: ${error.message}`);
  });
  console.log(`Wrote ${file} from the template "${schema.id}".`);
  return EXIT.clean;
}
