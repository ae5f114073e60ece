// The snippets of the built-in templates' repeated blocks, as VS Code reads them.
import { jsonFile } from './json-file.mjs';

/**
 * The text of the snippet file.
 * @param file its path, by which the house's format is found
 * @param snippets those of `blockSnippets`
 */
export function snippetFile(file, snippets) {
  const entries = snippets.map(({ name, ...snippet }) => [name, snippet]);
  return jsonFile(file, Object.fromEntries(entries));
}
