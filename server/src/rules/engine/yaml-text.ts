/** What YAML would read otherwise than as text, or in part (YAML 1.2, 7.3.3). */
const NEEDS_QUOTES = /^[\s\-?:,[\]{}#&*!|>'"%@`]|: |:$|\s#|\s$/u;

/**
 * A text as a YAML value: with quotes where it needs them.
 * @param quote the quotes that it stands in, or is to stand in; without them they are put around it where they are needed
 */
export function yamlText(text: string, quote?: string): string {
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  if (quote === "'") return text.replaceAll("'", "''");
  return NEEDS_QUOTES.test(text) ? JSON.stringify(text) : text;
}
