const OPTION = /^[\p{L}\p{N}][\p{L}\p{N} .+_-]{0,39}$/u;
/** `H/M/L`, `GET/POST/PUT/DELETE`: nothing but capitals, so that `Name/Team` is not taken for a choice. */
const TERSE = /^[A-Z]{1,7}(?:\/[A-Z]{1,7})+$/u;
const PAIRS = new Set(['yes/no', 'required/optional', 'open/resolved', 'true/false', 'internal/external']);
const NOT_CHOICES = new Set(['N/A', 'TCP/IP', 'CI/CD', 'I/O']);

/**
 * Reads a list of values to choose from: `Draft | In Review | Approved`, `Draft / In Review`, `H/M/L`, `Yes/No`, with
 * or without brackets around it.
 * @returns the values in order, or undefined where the text is no such list
 */
export function parseChoices(text: string): string[] | undefined {
  const inner = text
    .trim()
    .replace(/^\[([^[\]]*)\]$/u, '$1')
    .trim();
  if (NOT_CHOICES.has(inner)) return undefined;
  const terse = TERSE.test(inner) || PAIRS.has(inner.toLowerCase());
  const separator = /\s*(?<!\\)\|\s*/u.test(inner) ? /\s*\|\s*/u : terse ? /\//u : /\s+\/\s+/u;
  const options = inner.split(separator).map((option) => option.replace(/\\$/u, '').trim());
  return options.length >= 2 && options.every((option) => OPTION.test(option)) ? options : undefined;
}
