// What the manifest promises, for the scenarios that have to show all of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
  };
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(process.cwd(), file), 'utf8')) as T;

const { commands, menus } = read<Manifest>('package.json').contributes;
const words = read<Record<string, string>>('package.nls.json');
const all = commands.map(({ command }) => command);
const hidden = (menus['commandPalette'] ?? [])
  .filter(({ when }) => when === 'false')
  .map(({ command }) => command);

export const paletteCommands = all.filter((command) => !hidden.includes(command)).sort();

/** Those that stand only in the menus of the views. */
export const menuCommands = all.filter((command) => hidden.includes(command)).sort();

export function titleOf(command: string): string {
  const title = words[`command.${command}.title`];
  if (title === undefined) throw new Error(`The command ${command} has no title.`);
  return title;
}
