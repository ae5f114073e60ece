// Programs that the computer has.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the PATH may have a program of this name. */
export function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name));
}

export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
