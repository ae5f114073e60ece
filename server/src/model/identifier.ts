import type { Span } from '../text/span';

/** Where an identifier stands: at the start of a heading or of a paragraph or item, filling the first cell of a row, or in text. */
export type IdentifierPlace = 'heading' | 'lead' | 'cell' | 'text';

/** Something shaped like the id of a requirement: `FR-7`, `NFR-12`. Its span is relative to the chunk. */
export interface IdentifierFact {
  /** As written. */
  readonly id: string;
  /** The letters before its number, e.g. `NFR`. */
  readonly prefix: string;
  readonly number: number;
  readonly place: IdentifierPlace;
  /** Whether a colon, a dash or a full stop parts it from what follows, as it does where it is defined. */
  readonly isLabel: boolean;
  /** The last number of a range that it begins: 4 for `FR-1 to FR-4`, `FR-1–4` and `FR-1..4`. */
  readonly through: number | undefined;
  readonly span: Span;
}

const IDENTIFIER =
  /(?<![\p{L}\p{N}_/.-])([A-Z][A-Z0-9]{0,9}(?:-[A-Z]{1,10})*)-(\d{1,5})(?![\p{L}\p{N}_-]|\.\d)/gu;

/** Whether a text may hold identifiers: a quick look before a slow one. */
export function mayHoldIdentifiers(source: string): boolean {
  return /[A-Z][A-Z0-9]*-\d/u.test(source);
}

/**
 * Finds identifiers in a stretch of prose, code and links blanked out.
 * @param start where the prose starts in its chunk
 * @param lead what one stands at the start of
 */
export function findIdentifiers(prose: string, start: number, lead: IdentifierPlace): IdentifierFact[] {
  return Array.from(prose.matchAll(IDENTIFIER), (match): IdentifierFact => {
    const end = match.index + match[0].length;
    const isFirst = /^[\s*_~[(]*$/u.test(prose.slice(0, match.index));
    const rest = prose.slice(end);
    const isLabel = /^[\])]*(?:\*\*|__)?\s*(?::|[–—-]\s|\.(?:\s|$))/u.test(rest);
    const isWhole = /^[\s*_~\])]*$/u.test(rest);
    const place = isFirst && (lead !== 'cell' || isWhole) ? lead : 'text';
    return {
      id: match[0],
      prefix: match[1]!,
      number: Number(match[2]),
      place,
      isLabel: isLabel || (isFirst && isWhole),
      through: rangeEnd(rest, match[1]!),
      span: { start: start + match.index, end: start + end },
    };
  });
}

const RANGE =
  /^[\])*_~]*(?:\s*(?:[–—…]|\.{2,3})\s*|\s+(?:-|to|through|thru|until|bis)\s+)[[(*_~]*(?:([A-Z][A-Z0-9-]*)-)?(\d{1,5})(?![\p{L}\p{N}_]|[.-]\d)/u;

/** The last number of the range that an identifier begins, from what follows it. */
function rangeEnd(rest: string, prefix: string): number | undefined {
  const [, other = prefix, last] = RANGE.exec(rest) ?? [];
  return last !== undefined && other === prefix ? Number(last) : undefined;
}
