import { format, resolveConfig } from 'prettier';

/**
 * A value as the text of a JSON file.
 * @param file its path, by which the house's format is found
 */
export async function jsonFile(file, value) {
  return format(JSON.stringify(value), { ...(await resolveConfig(file)), filepath: file });
}
