import type { ItemFact } from '../../model/list-item';
import type { Slot } from '../../template/schema';

/** What an item of a list of requirements starts with. */
export type RequirementLead =
  /** `FR-1`, as the template writes it. */
  | { readonly kind: 'id'; readonly id: string; readonly prefix: string; readonly number: number }
  /** The same in another form: `FR1`, `fr-1`, `FR 1`. */
  | { readonly kind: 'malformed'; readonly written: string; readonly id: string }
  /** An id of the author's own: `REQ-7`, `1.2`, `US3`. */
  | { readonly kind: 'other' }
  | { readonly kind: 'none' };

const OTHER_ID = /^[[(]?(?:\p{Lu}[\p{Lu}\p{N}]*(?:-\p{Lu}+)*[-_ ]?\d+|\d+(?:\.\d+)+)(?![\p{L}\p{N}])/u;
/** What follows the letters of an id. */
const NUMBER = /^([-_ .–]?)(\d{1,5})(?![\p{L}\p{N}]|\.\d)/u;
/** A letter and a number may be a name: "G7". */
const IS_LABEL = /^\s*(?:[:)\]]|[.–—-]\s)/u;
const LABEL = /^[^:]{1,60}:\s*/u;

const prefixesOf = new WeakMap<Slot, readonly string[]>();

/** The letters of the ids by which a template numbers the items of a list from 1 on: `1. **FR-1**: …`. */
export function itemPrefixes(slot: Slot): readonly string[] {
  let prefixes = prefixesOf.get(slot);
  if (!prefixes) prefixesOf.set(slot, (prefixes = readPrefixes(slot)));
  return prefixes;
}

function readPrefixes({ body, content: { idPrefixes } }: Slot): readonly string[] {
  return idPrefixes.filter((prefix) =>
    new RegExp(
      `^[ \\t]*(?:[-*+]|\\d+[.)])[ \\t]+(?:\\[[ x]\\][ \\t]+)?[*_[(]*${prefix}-0*1(?!\\d)`,
      'mu',
    ).test(body),
  );
}

/**
 * Reads the id that an item starts with, or has behind a label: `Performance: NFR-1: …`.
 * @param prefixes the letters that the template's ids start with
 */
export function readLead({ whole }: ItemFact, prefixes: readonly string[]): RequirementLead {
  const id = idAtStart(whole, prefixes);
  if (id) return id;
  if (OTHER_ID.test(whole)) return { kind: 'other' };
  const label = LABEL.exec(whole)?.[0];
  // "Import (FR-7): …" has its id behind its name; one at the end may be that of another, and is none to add to.
  const behindName = /^(.{1,60}?)[([]([^()[\]]+)[\])]\s*(?::|[.]?$)/su.exec(whole);
  const named = behindName && idAtStart(behindName[2]!, prefixes);
  if (named?.kind === 'id' && behindName![2] === named.id)
    return label?.includes(named.id) ? named : { kind: 'other' };
  const behind = label && idAtStart(whole.slice(label.length), prefixes);
  return behind && behind.kind === 'id' ? behind : { kind: 'none' };
}

function idAtStart(text: string, prefixes: readonly string[]): RequirementLead | undefined {
  const start = /^[[(]/u.test(text) ? 1 : 0;
  for (const prefix of prefixes) {
    const behind = start + prefix.length;
    if (text.slice(start, behind).toUpperCase() !== prefix.toUpperCase()) continue;
    const match = NUMBER.exec(text.slice(behind));
    if (!match) continue;
    const [whole, mark, digits] = match as unknown as [string, string, string];
    const written = text.slice(start, behind + whole.length);
    const id = `${prefix}-${digits}`;
    // "Fr 1" may be a word and a number; what has a mark or stands in capitals is meant as an id.
    if (written === id) return { kind: 'id', id, prefix, number: Number(digits) };
    const isMeant = prefix.length > 1 || IS_LABEL.test(text.slice(start + written.length));
    if (mark === '-' || mark === '_' || (written.startsWith(prefix) && isMeant))
      return { kind: 'malformed', written, id };
  }
  return undefined;
}
