import type { PlainPosition, PreviewPlaceholder } from '../../../server/src/protocol';

/** One change of a document, as VS Code tells of it. */
export interface Change {
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
  readonly text: string;
}

/**
 * Where placeholders stand after a change, until the server has said so: a preview is rendered while the author types, and is not
 * to lose its marks each time.
 */
export function shiftPlaceholders(
  placeholders: readonly PreviewPlaceholder[],
  { range: { start, end }, text }: Change,
): PreviewPlaceholder[] {
  const lines = text.split(/\r\n|\n|\r/u);
  const endLine = start.line + lines.length - 1;
  const endCharacter = (lines.length === 1 ? start.character : 0) + lines.at(-1)!.length;
  return placeholders.flatMap((placeholder) => {
    const { line, character } = placeholder;
    if (isBefore(endOf(placeholder), start)) return [placeholder];
    if (isBefore(placeholder, end)) return [];
    return [
      {
        ...placeholder,
        line: line + endLine - end.line,
        character: line === end.line ? character + endCharacter - end.character : character,
      },
    ];
  });
}

/** Where a placeholder ends; in its last line somewhere, where it has several. */
function endOf({ line, character, text }: PreviewPlaceholder): PlainPosition {
  const lines = text.split('\n');
  const length = lines.at(-1)!.length;
  return lines.length === 1
    ? { line, character: character + length - 1 }
    : { line: line + lines.length - 1, character: Number.MAX_SAFE_INTEGER };
}

function isBefore(a: PlainPosition, b: PlainPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
