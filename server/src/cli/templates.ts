import { EXIT } from './exit';
import { loadTemplates, reportFaults } from './library';

/** Prints the templates as JSON. */
export async function templatesCommand({
  templatesFolder,
}: {
  readonly templatesFolder: string;
}): Promise<number> {
  const library = await loadTemplates(templatesFolder);
  await reportFaults(library);
  const templates = library
    .all()
    .map(({ id, name, source, allSlots }) => ({
      id,
      name,
      source,
      sections: allSlots.map(({ title, level, requirement, repeat }) => ({
        title,
        level,
        required: requirement === 'required',
        repeat,
      })),
    }));
  console.log(JSON.stringify(templates));
  return library.failures().length > 0 ? EXIT.usage : EXIT.clean;
}
