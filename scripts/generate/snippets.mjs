// The snippets of the built-in templates' repeated blocks, as VS Code reads them.
import { format, resolveConfig } from 'prettier';

/**
 * The text of the snippet file.
 * @param file its path, by which the house's format is found
 * @param snippets those of `blockSnippets`
 */
export async function snippetFile(file, snippets) {
  const entries = snippets.map(({ name, ...snippet }) => [name, snippet]);
  const config = await resolveConfig(file);
  return format(JSON.stringify(Object.fromEntries(entries)), { ...config, filepath: file });
}
