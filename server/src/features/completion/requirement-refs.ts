import type { Completion, CompletionSource } from './completion';
import type { Cursor } from './cursor';
import { inShort, knownRequirements } from './known-requirements';
import { shownAsCode } from './shown-text';

/** The beginning of an id, as much of it as stands before the cursor. */
const TOKEN = /(?<![\p{L}\p{N}_/-])(?:([A-Z][A-Z0-9]{0,9}(?:-[A-Z]{1,10})*)(-\d*)?)?$/u;
const PLACES = new Set(['paragraph', 'list', 'quote', 'table', 'heading']);

/** The requirements to refer to, once the letters of their ids are typed, or on demand within a text. */
export const requirementRefs: CompletionSource = { triggers: '-', offer };

function offer(cursor: Cursor): Completion[] {
  const { before, after, place, offset, isOnDemand } = cursor;
  const [token, prefix] = TOKEN.exec(before) ?? [];
  if (token === undefined || !PLACES.has(place)) return [];
  if (token === '' ? !isOnDemand || !isInText(cursor) : !isOnDemand && !token.endsWith('-')) return [];
  const rest = token === '' ? '' : /^(?:-?\d+)?/u.exec(after)![0];
  const span = { start: offset - token.length, end: offset + rest.length };
  return knownRequirements(cursor)
    .filter(({ id }) => prefix === undefined || id.replace(/-\d+$/u, '') === prefix)
    .map(({ id, text, path }) => ({
      label: id,
      kind: 'requirement',
      detail: text === undefined ? path : inShort(text, id),
      documentation: text === undefined ? undefined : () => shownAsCode(text),
      span,
      keepsRest: true,
      text: id,
    }));
}

/** Whether words stand on the line, and the cursor is between two of them. */
function isInText({ before, after }: Cursor): boolean {
  return /[\p{L}\p{N}][^|]*[\s([,/]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
}
