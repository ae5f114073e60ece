import { itemPrefixes } from '../rules/engine/requirement-items';
import { idLead } from '../rules/engine/requirement-numbers';
import { numberedWords } from '../rules/engine/instance-number';
import type { Schema, Slot } from '../template/schema';
import { lineEnd } from '../text/line';
import { stopsIn } from './blanks';
import { toSnippet, type Stop } from './snippet-text';

/** A block that a document may have several of, as a snippet of VS Code. */
export interface BlockSnippet {
  /** What VS Code lists; no two are the same. */
  readonly name: string;
  /** What is typed to find it: `block-component`. Few headings begin like it, so that it stands in no list of sections. */
  readonly prefix: string | readonly string[];
  /** The lines of the snippet. */
  readonly body: readonly string[];
  readonly description: string;
}

/** Words of a title that say nothing of what one of its parts is. */
const PLAIN = new Set([
  'details',
  'detail',
  'name',
  'specifications',
  'specification',
  'new',
  'modified',
  'list',
  'breakdown',
]);
const VARIABLE = /\[[^[\]]*\]|\{\{[^{}]*\}\}|<[^<>]*>|`[^`]*`/gu;

/** The repeated blocks of templates, in their order; one that two templates share word for word comes once. */
export function blockSnippets(schemas: readonly Schema[]): BlockSnippet[] {
  const found = schemas.flatMap((schema) => schema.allSlots.flatMap((slot) => snippetsOf(schema, slot)));
  const known = new Set<string>();
  const isNew = ({ prefix, body }: BlockSnippet) => {
    const key = JSON.stringify([prefix, body]);
    return !known.has(key) && known.add(key);
  };
  return withDistinctNames(found.filter(isNew));
}

function snippetsOf(schema: Schema, slot: Slot): BlockSnippet[] {
  const items = itemPrefixes(slot).map((letters) => itemSnippet(schema, slot, letters));
  return slot.repeat ? [sectionSnippet(schema, slot), ...items] : items;
}

function sectionSnippet(schema: Schema, slot: Slot): BlockSnippet {
  const words = wordsFor(slot);
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ');
  return {
    name: `${name} (${schema.id})`,
    prefix: `block-${words.join('-')}`,
    body: linesOf(slot.text, [...numberIn(slot), ...stopsIn(slot.text)]),
    description: `"${slot.title}" as in the template "${schema.name}"`,
  };
}

/** A numbered item of a list: `**FR-1**: [One behaviour]`. */
function itemSnippet(schema: Schema, slot: Slot, letters: string): BlockSnippet {
  const lead = idLead(slot, `${letters}-1`);
  const item = slot.body.split(/\r\n|\n|\r/u).find((line) => line.includes(lead.trim())) ?? '';
  const text = item === '' ? lead : item.slice(item.indexOf(lead.trim()));
  const start = lead.indexOf(`${letters}-1`) + letters.length + 1;
  return {
    name: `Requirement ${letters} (${schema.id})`,
    prefix: ['block-requirement', `block-${letters.toLowerCase()}`],
    body: linesOf(text, [{ span: { start, end: start + 1 } }, ...stopsIn(text)]),
    description: `A numbered item of "${slot.title}" as in the template "${schema.name}"`,
  };
}

/** What the block is called: by the words of its title that stay, or else by the section that it is a part of. */
function wordsFor(slot: Slot): string[] {
  const wordsIn = (title: string) =>
    title
      .replace(VARIABLE, ' ')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '' && !PLAIN.has(word));
  const heading = slot.text.slice(0, lineEnd(slot.text, 0));
  const own = wordsIn(heading.replace(/\/.*$/u, ''));
  if (own.length > 0) return own;
  const above = slot.parent ? wordsIn(slot.parent.title) : [];
  const inside = wordsIn(slot.title.replace(/[[\]{}<>`]/gu, ' '));
  const words = above.length > 0 ? above : inside;
  return words.map((word, index) => (index === words.length - 1 ? word.replace(/(?<!s)s$/u, '') : word));
}

/** The number in the heading of a block that is told from others by it. */
function numberIn(slot: Slot): Stop[] {
  const heading = slot.text.slice(0, lineEnd(slot.text, 0));
  const number = numberedWords(slot) ? /\d+/u.exec(heading) : null;
  return number ? [{ span: { start: number.index, end: number.index + number[0].length } }] : [];
}

function linesOf(text: string, stops: readonly Stop[]): string[] {
  return toSnippet(text, stops).split(/\r\n|\n|\r/u);
}

/** Blocks of one name in one template are numbered. */
function withDistinctNames(snippets: readonly BlockSnippet[]): BlockSnippet[] {
  const times = new Map<string, number>();
  return snippets.map((snippet) => {
    const count = (times.get(snippet.name) ?? 0) + 1;
    times.set(snippet.name, count);
    return count === 1 ? snippet : { ...snippet, name: `${snippet.name} ${count}` };
  });
}
