import { EXIT } from './exit';
import { reportFaults } from './library';
import { Project, type ProjectOptions } from './project';

/** Prints the templates as JSON. */
export async function templatesCommand(options: ProjectOptions): Promise<number> {
  const project = await Project.open(options);
  const { library } = project;
  const isBroken = project.reportFaults();
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
  return isBroken || library.failures().length > 0 ? EXIT.usage : EXIT.clean;
}
