import type { Field } from '../../model/document-shape';
import { isYamlDialect } from '../../model/metadata/field';
import type { FieldSpec } from '../../template/schema';
import { yamlText } from './yaml-text';

/**
 * The neighbour's line with the name and the value exchanged, so that marks, spacing and line breaks are as there.
 * @returns undefined where the line has marks within the name
 */
export function writtenLike(line: string, neighbour: Field, spec: FieldSpec): string | undefined {
  const { name, value, dialect } = neighbour;
  const at = line.indexOf(name);
  if (at < 0) return undefined;
  const rest = line.slice(at + name.length);
  if (isYamlDialect(dialect))
    return line.slice(0, at) + yamlKey(spec.name, name) + yamlValue(rest, value, spec);
  const head = line.slice(0, at) + spec.name;
  const placeholder = placeholderIn(dialect, spec);
  if (dialect === 'table') {
    const cells = rest.split(/(?<!\\)\|/u);
    const cell = cells[1] ?? '';
    const filled = value === '' ? ` ${placeholder} ` : cell.replace(value, () => placeholder);
    const others = cells.slice(2).map((other) => other.replace(/\S.*\S|\S/u, ''));
    return [head + cells[0]!, filled, ...others].join('|');
  }
  if (value === '') {
    const label = /^.*?(?::\**|\**:)(?:__)?/u.exec(rest)?.[0] ?? rest.trimEnd();
    return `${head}${label} ${placeholder}${rest.slice(label.length)}`;
  }
  const valueAt = rest.indexOf(value.split(/[\r\n]/u)[0]!);
  return head + rest.slice(0, valueAt) + placeholder + rest.slice(valueAt + value.length);
}

/** What the template has in the value's place, as a dialect has to write it: a pipe needs a backslash in a cell alone (GFM 4.10). */
export function placeholderIn(dialect: Field['dialect'], { placeholder }: FieldSpec): string {
  const plain = placeholder.replace(/\\\|/gu, '|').replace(/\s*[\r\n][\s>]*/gu, ' ');
  return dialect === 'table' ? plain.replace(/\|/gu, '\\|') : plain;
}

/** `: value`, with the spacing and the quotes of the neighbour; without the comment or the further lines that it may have. */
function yamlValue(rest: string, value: string, spec: FieldSpec): string {
  const [, key = '', colon = '', quote = ''] = /^(["']?)([ \t]*:[ \t]*)(["']?)/u.exec(rest) ?? [];
  const placeholder = placeholderIn('front-matter', spec);
  // Quotes that the neighbour could do without are the habit of the document.
  if (quote && value !== '' && yamlText(value) === value)
    return key + colon + quote + yamlText(placeholder, quote) + quote;
  const isPlain = value !== '' && /[ \t]$/u.test(colon);
  return key + (isPlain ? colon : ': ') + yamlText(placeholder);
}

/** `Target Model` as a key among `target_model`-like or `target-model`-like ones. */
export function yamlKey(name: string, neighbour: string): string {
  if (/^[A-Z]/u.test(neighbour)) return name;
  return name.toLowerCase().replace(/\s+/gu, neighbour.includes('-') ? '-' : '_');
}
