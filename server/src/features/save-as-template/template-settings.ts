import type { DocumentModel } from '../../model/document-model';
import { OWN_KEY } from '../../model/own-key';
import { yamlText } from '../../rules/engine/yaml-text';
import type { Schema } from '../../template/schema';
import { fieldPlaceholder, nameOf } from './field-placeholder';

/** What a new template says of itself. */
export interface TemplateSettings {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Headings that need not be there. */
  readonly optional: readonly string[];
  readonly orderIsFree: boolean;
}

/** The front matter of a template: what it says of itself, and the metadata that the document keeps there. */
export function frontMatterOf(
  { id, name, description, optional, orderIsFree }: TemplateSettings,
  model: DocumentModel,
  schema: Schema | undefined,
): string {
  return [
    '---',
    `${OWN_KEY}:`,
    `  id: ${id}`,
    `  name: ${oneLine(name)}`,
    ...(description === '' ? [] : [`  description: ${oneLine(description)}`]),
    ...(orderIsFree ? ['  order: free'] : []),
    ...(optional.length > 0
      ? ['  optional:', ...optional.map((each) => `    - ${JSON.stringify(each)}`)]
      : []),
    ...documentsOwn(model, schema),
    '---',
  ].join('\n');
}

/** The lines of the document's front matter, with placeholders for their values. */
function documentsOwn({ shape }: DocumentModel, schema: Schema | undefined): string[] {
  const data = shape.frontMatter;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  return Object.keys(data)
    .filter((key) => key !== OWN_KEY)
    .map((key) => {
      const field = shape.fields.find((each) => each.dialect === 'front-matter' && each.name === key);
      const placeholder = field ? fieldPlaceholder(field, shape, schema) : `[${nameOf(key)}]`;
      return placeholder === '' ? `${yamlText(key)}:` : `${yamlText(key)}: ${yamlText(placeholder)}`;
    });
}

function oneLine(text: string): string {
  return JSON.stringify(text.replace(/\s+/gu, ' ').trim());
}
