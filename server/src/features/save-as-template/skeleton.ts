import type { Code, List, ListItem, Paragraph, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { foldWords } from '../../model/fold';
import { readLabelledText } from '../../model/labelled-text';
import { tableFor } from '../../template/table-spec';
import type { Slot } from '../../template/schema';
import type { OwnBlock } from './own-blocks';

/** What the skeleton of a section is made for. */
export interface Subject {
  /** What the section is about, in words for a placeholder. */
  readonly name: string;
  /** What stands in the place of prose. */
  readonly prose: string;
  /** The old template's section, of which columns keep their choices. */
  readonly slot?: Slot | undefined;
}

/** Vocabularies that say nothing of the document that they were found in. */
const CHOICES: readonly (readonly string[])[] = [
  ['H', 'M', 'L'],
  ['High', 'Medium', 'Low'],
  ['Yes', 'No'],
  ['Required', 'Optional'],
  ['Open', 'Resolved'],
  ['Open', 'Closed'],
];

/**
 * The form of what stands in a section, without a word of it: labels, columns, kinds of lists and languages stay, and
 * placeholders stand for all else.
 */
export function skeletonOf(blocks: readonly OwnBlock[], subject: Subject): string[] {
  const pieces = blocks.flatMap((block) => pieceOf(block, subject) ?? []);
  return [...new Set(pieces)];
}

/** @returns undefined for what has no place in a template: rules, comments, definitions, pictures in HTML */
export function pieceOf(block: OwnBlock, subject: Subject): string | undefined {
  const { node, chunk, continues } = block;
  if (continues) return undefined;
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, chunk.text, subject);
    case 'blockquote':
      return subject.prose;
    case 'list':
      return list(node, chunk.text);
    case 'table':
      return table(node, subject);
    case 'code':
      return fence(node, subject);
    default:
      return undefined;
  }
}

function paragraph(node: Paragraph, source: string, { prose }: Subject): string | undefined {
  if (toString(node).trim() === '' && node.children.every(({ type }) => type !== 'image')) return undefined;
  const pieces = readLabelledText(node, source);
  const labels = pieces.flatMap(({ label }) => label ?? []).map(plain);
  if (labels.length === 0 || labels.length < pieces.length) return prose;
  return labels.map((label, i) => `**${label}:** [${label}]${i < labels.length - 1 ? '  ' : ''}`).join('\n');
}

function list(node: List, source: string): string {
  const [first] = node.children;
  const mark = node.ordered
    ? '1.'
    : (/[-*+]/u.exec(source[first?.position?.start.offset ?? 0] ?? '')?.[0] ?? '-');
  if (typeof first?.checked === 'boolean') return `${mark} [ ] [Task]`;
  const ids = node.children.map(idOf);
  if (ids.every((id) => id !== undefined)) return `${mark} **${ids[0]}-1**: [Requirement]`;
  return `${mark} ${node.children.every(isLabelled) ? '**[Name]**: [Description]' : '[Item]'}`;
}

/** The letters of the id that an item starts with: `FR`. */
function idOf(item: ListItem): string | undefined {
  return /^([A-Z][A-Z0-9]{0,9})-\d+\b/u.exec(toString(item).trim())?.[1];
}

function isLabelled({ children: [paragraph] }: ListItem): boolean {
  return paragraph?.type === 'paragraph' && paragraph.children[0]?.type === 'strong';
}

function table(node: Table, { slot }: Subject): string {
  const [head, ...rows] = node.children;
  const header = head!.children.map((cell) => plain(toString(cell)));
  const known = slot && tableFor(slot.content.tables, header.map(foldWords));
  const cells = header.map((title, column) => {
    const spec = known?.columns.find(({ folded }) => folded === foldWords(title));
    const values = rows.map((row) => toString(row.children[column] ?? { type: 'text', value: '' }).trim());
    return cellFor(title, values, spec?.choices, spec?.isDate);
  });
  const rule = header.map((_, column) => {
    const align = node.align?.[column];
    return `${align === 'left' || align === 'center' ? ':' : '-'}--${align === 'right' || align === 'center' ? ':' : '-'}`;
  });
  return [header, rule, cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cellFor(
  title: string,
  values: readonly string[],
  choices: readonly string[] | undefined,
  isDate: boolean | undefined,
): string {
  const filled = values.filter((value) => value !== '');
  const fits = (words: readonly string[]) =>
    filled.length > 0 && filled.every((value) => words.some((word) => foldWords(word) === foldWords(value)));
  const list = choices ?? CHOICES.find(fits);
  if (list) return `[${list.join(' / ')}]`;
  const areDates = filled.length > 0 && filled.every((value) => /^\d{4}-\d\d-\d\d$/u.test(value));
  return isDate || areDates ? '[YYYY-MM-DD]' : `[${title === '' ? 'Value' : title}]`;
}

const HASH =
  /^(?:ya?ml|toml|ini|sh|bash|zsh|fish|shell|console|python|py|ruby|rb|perl|r|make|makefile|dockerfile|hcl|terraform|tf|graphql|gql|elixir|powershell|ps1)$/u;
const DASHES = /^(?:sql|postgresql|mysql|lua|haskell|hs|ada|elm)$/u;
const NOTHING = /^(?:text|txt|plain|plaintext|ascii|http|)$/u;

function fence({ lang }: Code, { name }: Subject): string {
  const language = lang && /^[\w+#.-]{1,20}$/u.test(lang) ? lang : '';
  return `\`\`\`${language}\n${sample(language.toLowerCase(), `[Example: ${name}]`)}\n\`\`\``;
}

function sample(language: string, placeholder: string): string {
  if (language === 'mermaid') return 'flowchart LR\n  first["[First part]"] --> second["[Second part]"]';
  if (/^(?:plantuml|puml)$/u.test(language)) return `@startuml\n' ${placeholder}\n@enduml`;
  if (/^(?:json|jsonc|json5)$/u.test(language)) return `{\n  "field": "[Type and meaning]"\n}`;
  if (/^(?:html?|xml|svg|markdown|md|vue)$/u.test(language)) return `<!-- ${placeholder} -->`;
  if (/^(?:css|scss|less)$/u.test(language)) return `/* ${placeholder} */`;
  if (NOTHING.test(language)) return placeholder;
  return `${HASH.test(language) ? '#' : DASHES.test(language) ? '--' : '//'} ${placeholder}`;
}

/** Without what would end a placeholder or a cell. */
export function plain(text: string): string {
  return text
    .replace(/[[\]{}<>|`*_\\]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
