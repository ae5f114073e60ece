import { writeFile } from 'node:fs/promises';
import { starterFor } from '../features/starter';
import { EXIT, UsageError } from './exit';
import { cliHost, findTemplate, loadTemplates } from './library';

/** Writes a new spec. A file that is there already is never overwritten. */
export async function newCommand(
  template: string,
  file: string | undefined,
  options: { readonly author?: string; readonly title?: string; readonly templatesFolder: string },
): Promise<number> {
  const schema = await findTemplate(await loadTemplates(options.templatesFolder), template);
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
