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
  /** The last number of the range that it starts, `FR-1 to FR-5`; its own where it starts none. */
  readonly last: number;
  /** Whether what stands behind it, or behind the range that it starts, is what it stands for: a label's text, or a sentence. */
  readonly isExplained: boolean;
  /** Whether its paragraph, item or cell says nothing else: a list of ids refers to them, and an id in bold may be a title. */
  readonly isWhole: boolean;
  /** Whether a label stands before it and its text behind it: `**Performance**: **NFR-1**: …`. */
  readonly isBehindLabel: boolean;
  /** Whether the words around it say that what it names is gone, or not there yet: `FR-4 (removed)`. */
  readonly isGone: boolean;
  readonly span: Span;
}

const IDENTIFIER =
  /(?<![\p{L}\p{N}_/.-])([A-Z][A-Z0-9]{0,9}(?:-[A-Z]{1,10})*)-(\d{1,5})(?![\p{L}\p{N}_-]|\.\d)/gu;

/** What follows the first id of a range, up to its last number. */
const RANGE =
  /^[\])*_~]*(?:\s*(?:[–—…]|\.{2,3})\s*|\s+(?:-|to|through|thru|until|bis)\s+)[[(*_~]*(?:([A-Z][A-Z0-9-]*)-)?(\d{1,5})(?![\p{L}\p{N}_]|[.-]\d)/u;
/** Nothing, a label's mark, or a word that begins a sentence or is of a script without capitals. */
const EXPLAINED = /^[*_~\])]*(?:\s*(?::|[–—-]\s|\.(?:\s|$)|\||$)|\s+[*_"'“(]*[\p{Lu}\p{Lo}])/u;
/** Longer ranges are none. */
const LONGEST_RANGE = 500;
const GONE = String.raw`(?:removed?|deleted?|dropp?(?:ed)?|withdrawn?|deprecated?|obsolete|superseded?s?|replaced?s?|retired?|reserved|unused|merged|renamed|renumbered|former(?:ly)?|old|out of scope|deferred|postponed|previously|no longer|cancell?ed|rejected|descoped|skipped|moved|not used|was)`;
const GONE_BEFORE = new RegExp(
  String.raw`(?:\b${GONE}(?:\s+(?:the|in favou?r of|by))?(?:\s+requirements?)?[\s:*_(]*|~~[^~]*)$`,
  'iu',
);
const GONE_AFTER = new RegExp(
  String.raw`^(?:[\s*_(:,–—-]*(?:(?:is|was|were|are|has been|have been|had been)\s+)?${GONE}\b|[^~]*~~)`,
  'iu',
);
/** Behind the name of what it stands for, in brackets: `**Import** (FR-7):`, and at the end of a heading. */
const NAME_BEFORE = /^[\s*_~]*\p{L}[^:.?!]{0,60}[([][*_]*$/u;
const NAME_AFTER = /^[*_]*[\])][*_]*\s*(?::|$)/u;
const LABEL_BEFORE = /^[\s*_]*\p{L}[^:.?!]{0,60}:[\s*_]*$/u;
const TEXT_AFTER = /^[*_~\])]*\s*(?::|[–—-]\s)[\s*_]*\S/u;
/** Whether an id alone stands in bold, as the label of what follows. */
const IN_BOLD = /(?:\*\*|__)$/u;
/** How far the words around an id reach. */
const AROUND = 60;

/** Whether a text may hold identifiers: a quick look before a slow one. */
export function mayHoldIdentifiers(source: string): boolean {
  return /[A-Z][A-Z0-9]{0,20}-\d/u.test(source);
}

/**
 * Finds identifiers in a stretch of prose, code and links blanked out.
 * @param start where the prose starts in its chunk
 * @param lead what one stands at the start of
 */
export function findIdentifiers(prose: string, start: number, lead: IdentifierPlace): IdentifierFact[] {
  return Array.from(prose.matchAll(IDENTIFIER), (match): IdentifierFact => {
    const end = match.index + match[0].length;
    const before = prose.slice(0, match.index);
    const rest = prose.slice(end);
    const isBehindName =
      (lead === 'lead' ? /:/u.test(rest) : lead === 'heading') &&
      NAME_BEFORE.test(before) &&
      NAME_AFTER.test(lead === 'heading' ? rest : rest.slice(0, rest.indexOf(':') + 1));
    const isFirst = /^[\s*_~[(]*$/u.test(before) || isBehindName;
    const isLabel = /^[\])]*(?:\*\*|__)?\s*(?::|[–—-]\s|\.(?:\s|$))/u.test(rest);
    const number = Number(match[2]);
    const last = lastOf(number, match[1]!, rest);
    const isWhole = /^[\s*_~\])]*$/u.test(rest);
    const place = isFirst && (lead !== 'cell' || isWhole) ? lead : 'text';
    return {
      id: match[0],
      prefix: match[1]!,
      number,
      place,
      isLabel: isLabel || (isFirst && isWhole),
      isWhole: isFirst && isWhole,
      isBehindLabel: lead === 'lead' && !isFirst && LABEL_BEFORE.test(before) && TEXT_AFTER.test(rest),
      last,
      isExplained:
        EXPLAINED.test(last === number ? rest : rest.slice(RANGE.exec(rest)![0].length)) ||
        (isFirst && IN_BOLD.test(before) && /^(?:\*\*|__)\s*\S/u.test(rest)),
      isGone:
        GONE_BEFORE.test(prose.slice(Math.max(0, match.index - AROUND), match.index)) ||
        GONE_AFTER.test(prose.slice(end, end + AROUND)),
      span: { start: start + match.index, end: start + end },
    };
  });
}

/** The last number of the range that an identifier begins, from what follows it. */
function lastOf(first: number, prefix: string, rest: string): number {
  const [, other = prefix, end] = RANGE.exec(rest) ?? [];
  const last = other === prefix ? Number(end ?? first) : first;
  return last > first && last - first <= LONGEST_RANGE ? last : first;
}
