import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { version } from '../../../package.json';
import { checkCommand, type CheckOptions } from './check';
import { EXIT, UsageError } from './exit';
import { newCommand } from './new';
import { outlineCommand } from './outline';
import type { ProjectOptions } from './project';
import { templatesCommand } from './templates';

/**
 * Runs the command line.
 * @param args without the names of Node and the script
 * @returns the exit code: 0 clean, 1 problems, 2 usage or a file that cannot be read
 */
export async function run(args: readonly string[]): Promise<number> {
  let code: number = EXIT.clean;
  const program = new Command('specwright')
    .description('Checks technical specifications in Markdown against the template they were written from.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('Run "specwright --help" for the commands.')
    .option('--config <file>', 'settings to use instead of those in .specwright.json files')
    .option('--no-config', 'leave .specwright.json files alone')
    .option(
      '--templates-folder <folder>',
      'folder of your own templates, whatever the settings say (default: ".specwright/templates")',
    );

  program
    .command('check')
    .description('report what is missing, unfilled, out of order or invalid')
    .argument('[paths...]', 'files, folders or globs; the current folder when none is given')
    .option(
      '-t, --template <id-or-file>',
      'the template to check against, instead of the one that is recognised',
    )
    .option('-f, --format <format>', 'text or json', oneOf('text', 'json'), 'text')
    .option(
      '--fail-on <severity>',
      'the least severity that makes the exit code 1',
      oneOf('error', 'warning', 'info', 'hint'),
      'error',
    )
    .option('--fix', 'apply the safe fixes and write the files')
    .action(async (paths: string[], options: CheckOptions) => {
      code = await checkCommand(paths, { ...options, ...program.opts<ProjectOptions>() });
    });
  program
    .command('new')
    .description('write a new spec from a template')
    .argument('<template>', 'the id of a template, or a template file')
    .argument('[file]', 'where to write it; without it the spec is printed')
    .option('-a, --author <name>', 'the author to fill in')
    .option('--title <title>', 'what the spec is about, for its title')
    .action(
      async (template: string, file: string | undefined, options: { author?: string; title?: string }) => {
        code = await newCommand(template, file, { ...options, ...program.opts<ProjectOptions>() });
      },
    );
  program
    .command('templates')
    .description('list the templates with their sections, as JSON')
    .action(async () => {
      code = await templatesCommand(program.opts<ProjectOptions>());
    });
  program
    .command('outline')
    .description('show the sections of a spec and how far each has come')
    .argument('<file>')
    .option('-t, --template <id-or-file>', 'the template, instead of the one that is recognised')
    .option('-f, --format <format>', 'text or json', oneOf('text', 'json'), 'text')
    .action(async (file: string, options: { template?: string; format: string }) => {
      code = await outlineCommand(file, { ...options, ...program.opts<ProjectOptions>() });
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return EXIT.usage;
  }
}

function oneOf(...values: readonly string[]) {
  return (value: string): string => {
    if (values.includes(value)) return value;
    throw new InvalidArgumentError(`It must be one of: ${values.join(', ')}.`);
  };
}
