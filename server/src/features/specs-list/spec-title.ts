import type { Spec } from '../../workspace/spec';

/** What may stand in the title of a template for the name of the thing. */
const VARIABLE = /\[[^[\]]*\]|\{\{[^{}]*\}\}|<[\p{L}][^<>]*>/u;

/**
 * What a spec is called, without the words that the template gives each title: of `Cache - Technical Specification` it is
 * `Cache`. Undefined where it has no title, or still that of the template.
 */
export function specTitle({ model, alignment, schema }: Spec): string | undefined {
  const title = (alignment.title ?? model.shape.sections.find(({ level }) => level === 1))?.title.trim();
  if (!title || isToFill(title)) return undefined;
  const pattern = schema.title?.title.trim() ?? '';
  const variable = VARIABLE.exec(pattern);
  if (!variable) return title;
  const before = pattern.slice(0, variable.index);
  const behind = pattern.slice(variable.index + variable[0].length);
  const name = title.slice(before.length, title.length - behind.length).trim();
  const fits = startsAs(title, before) && endsAs(title, behind);
  return fits && name !== '' ? (isToFill(name) ? undefined : name) : title;
}

function isToFill(text: string): boolean {
  return /^(?:\[[^[\]]*\]|\{\{.*\}\}|<[^<>]*>)$/u.test(text);
}

function startsAs(title: string, words: string): boolean {
  return title.slice(0, words.length).toLowerCase() === words.toLowerCase();
}

function endsAs(title: string, words: string): boolean {
  return title.length > words.length && title.toLowerCase().endsWith(words.toLowerCase());
}
