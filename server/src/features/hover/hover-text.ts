import { codeSpan, escapeMarkdown, oneLine } from '../escape-markdown';

/** A stretch of a line. Every text in it is plain and shown as it is: nothing in it is read as Markdown. */
export type Inline =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly code: string }
  /** An address of our own; one from a document is never made a link. */
  | { readonly link: string; readonly href: string };

/** A paragraph, or the items of a list. */
export type HoverBlock = readonly Inline[] | { readonly items: readonly (readonly Inline[])[] };

/** A sentence with parts in the places of its `{0}`, `{1}` and so on, wherever a translation has them. */
export function sentence(text: string, ...parts: readonly (Inline | readonly Inline[])[]): Inline[] {
  return text.split(/\{(\d)\}/u).flatMap((piece, index): readonly Inline[] => {
    if (index % 2 === 0) return piece === '' ? [] : [piece];
    const part = parts[Number(piece)];
    return part === undefined ? [] : isList(part) ? part : [part];
  });
}

function isList(part: Inline | readonly Inline[]): part is readonly Inline[] {
  return Array.isArray(part);
}

/** Parts with commas between them. */
export function listed(parts: readonly Inline[]): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
}

/** Renders blocks as CommonMark. */
export function toMarkdown(blocks: readonly HoverBlock[]): string {
  return render(blocks, markdownOf);
}

/** Renders blocks for an editor that shows text as it is. */
export function toPlainText(blocks: readonly HoverBlock[]): string {
  return render(blocks, plainOf);
}

function render(blocks: readonly HoverBlock[], one: (part: Inline) => string): string {
  const line = (parts: readonly Inline[]) => parts.map(one).join('');
  return blocks
    .map((block) =>
      'items' in block ? block.items.map((item) => `- ${line(item)}`).join('\n') : line(block),
    )
    .join('\n\n');
}

function markdownOf(part: Inline): string {
  if (typeof part === 'string') return escapeMarkdown(part);
  if ('bold' in part) return `**${escapeMarkdown(part.bold)}**`;
  if ('italic' in part) return `*${escapeMarkdown(part.italic)}*`;
  if ('code' in part) return codeSpan(part.code);
  return `[${escapeMarkdown(part.link)}](${part.href})`;
}

function plainOf(part: Inline): string {
  if (typeof part === 'string') return oneLine(part);
  if ('bold' in part) return oneLine(part.bold);
  if ('italic' in part) return oneLine(part.italic);
  return oneLine('code' in part ? part.code : part.link);
}
