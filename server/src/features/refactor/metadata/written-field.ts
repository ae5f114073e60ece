import { isScalar, parseDocument } from 'yaml';
import type { Schema } from '../../../template/schema';
import { yamlText } from '../../../rules/engine/yaml-text';

/** The dialects that metadata can be converted to. */
export type TargetDialect = 'front-matter' | 'bold-line' | 'table' | 'list';

/** A name and a value, both as one line of Markdown. */
export interface NamedValue {
  readonly name: string;
  readonly text: string;
}

/** How metadata is written where Markdown leaves a choice. */
export interface Habits {
  /** The hard break between two lines. */
  readonly lineBreak: string;
  /** `**Date**:` for `**Date:**`. */
  readonly colonBehind: boolean;
  /** Whether the names in a table are bold. */
  readonly boldNames: boolean;
}

/** The habits of a template. */
export function habitsOf({ fields }: Schema, lineBreak: string): Habits {
  const sources = (dialects: readonly string[]) =>
    fields.filter(({ dialect }) => dialects.includes(dialect)).map(({ source }) => source);
  return {
    lineBreak,
    colonBehind: sources(['bold-line', 'list']).some((source) => /(?:\*\*|__):/u.test(source)),
    boldNames: sources(['table']).some((source) => /^\W*(?:\*\*|__)/u.test(source)),
  };
}

/** The lines of a block of metadata in the body. */
export function blockLines(
  dialect: Exclude<TargetDialect, 'front-matter'>,
  values: readonly NamedValue[],
  { lineBreak, colonBehind, boldNames }: Habits,
): string[] {
  const label = (name: string) => (colonBehind ? `**${name}**:` : `**${name}:**`);
  const line = ({ name, text }: NamedValue) => (text === '' ? label(name) : `${label(name)} ${text}`);
  if (dialect === 'list') return values.map((value) => `- ${line(value)}`);
  if (dialect === 'bold-line')
    return values.map((value, i) => line(value) + (i < values.length - 1 ? lineBreak : ''));
  const cell = (text: string) => text.replace(/(?<!\\)\|/gu, '\\|');
  const rows = values.map(({ name, text }) => {
    const shown = boldNames ? `**${cell(name)}**` : cell(name);
    return `| ${shown} |${text === '' ? '' : ` ${cell(text)}`} |`;
  });
  return ['| Field | Value |', '|-------|-------|', ...rows];
}

/** A line of YAML. What YAML would read as a number or a truth value gets quotes, so that it stays the text that it was. */
export function yamlLine({ name, text }: NamedValue): string {
  return text === '' ? `${yamlScalar(name)}:` : `${yamlScalar(name)}: ${yamlScalar(text)}`;
}

function yamlScalar(text: string): string {
  const { contents, errors } = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  const isText = errors.length === 0 && isScalar(contents) && typeof contents.value === 'string';
  if (isText && yamlText(text) === text) return text;
  return text.includes('"') || text.includes('\\') ? `'${yamlText(text, "'")}'` : `"${text}"`;
}

/** `target_model` for `Target Model`. */
function snakeCase(name: string): string {
  return name.toLowerCase().replace(/ /gu, '_');
}

/** `Target Model` for `target_model`. */
function titleCase(key: string): string {
  return key.replace(/_/gu, ' ').replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/**
 * A name as YAML or as a reader has it: `related_prd` and `Related PRD`. One that could not be told again stays as it is.
 * @param known the name that the template gives the field
 */
export function nameIn(dialect: TargetDialect, name: string, known: string | undefined): string {
  const isKey = (text: string) => /^[\p{Ll}\d_]+$/u.test(text);
  if (dialect === 'front-matter') {
    if (isKey(name)) return name;
    const key = snakeCase(name);
    return isKey(key) && (known === name || known === key || titleCase(key) === name) ? key : name;
  }
  if (known !== undefined && !isKey(known) && snakeCase(known) === name) return known;
  return isKey(name) ? titleCase(name) : name;
}
