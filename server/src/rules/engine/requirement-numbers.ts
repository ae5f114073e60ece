import type { DocumentContent } from '../../model/document-content';
import type { Slot } from '../../template/schema';
import type { RequirementLead } from './requirement-items';

/**
 * The next number after all that the document mentions, with as many digits as the ids that are there.
 * @param leads of the items that it is to stand among
 */
export function nextId(
  prefix: string,
  { identifiers }: Pick<DocumentContent, 'identifiers'>,
  leads: readonly RequirementLead[] = [],
): string {
  const known = identifiers.filter(({ fact }) => fact.prefix === prefix).map(({ fact }) => fact);
  // "FR7" is to become FR-7, which is therefore not free.
  const claimed = leads.map((lead) => (lead.kind === 'malformed' ? Number(/\d+$/u.exec(lead.id)) : 0));
  const highest = Math.max(0, ...claimed, ...known.map(({ last }) => last));
  const digits = known.some(({ id }) => /-0\d/u.test(id))
    ? Math.max(...known.map(({ id }) => id.length - prefix.length - 1))
    : 1;
  return `${prefix}-${String(highest + 1).padStart(digits, '0')}`;
}

/** How often the document mentions an id, in text and in links to it. */
export function countMentions(
  id: string,
  { identifiers, links }: Pick<DocumentContent, 'identifiers' | 'links'>,
): number {
  const anchor = new RegExp(`#.*?\\b${id}(?!\\d)`, 'iu');
  return (
    identifiers.filter(({ fact }) => fact.id === id).length +
    links.filter(({ fact }) => anchor.test(fact.url)).length
  );
}

/** An id with the marks that the template has around those of a slot: `**FR-9**: `. */
export function idLead({ body, content: { idPrefixes } }: Slot, id: string): string {
  const pattern = new RegExp(`([*_[(]*)(?:${idPrefixes.join('|')})-\\d+([*_\\])]*:?[*_]*)(?=\\s)`, 'u');
  const [, before = '**', after = '**:'] = pattern.exec(body) ?? [];
  return `${before}${id}${after} `;
}
